package dev.latchwork.model;

/** The successors of a state, each written over the one before, so that a step makes no state object. */
final class ScratchSuccessors implements Successors {
    private final ActionIndex actions;
    private final Variant variant;
    private final Action[] enabled;
    private final long[] words;
    private final ProtocolState next;
    private final StateDraft draft;

    ScratchSuccessors(ActionIndex actions, Variant variant, StateLayout layout) {
        this.actions = actions;
        this.variant = variant;
        this.enabled = new Action[actions.size()];
        this.words = new long[layout.words];
        this.next = ProtocolState.ofWords(layout, words);
        this.draft = new StateDraft(layout, words);
    }

    @Override
    public void visit(ProtocolState state, Visitor visitor) {
        int count = actions.findEnabled(state, variant, enabled);
        long[] before = state.words();
        for (int i = 0; i < count; i++) {
            System.arraycopy(before, 0, words, 0, words.length);
            enabled[i].apply(state, draft, variant);
            visitor.visit(enabled[i], next);
        }
    }
}
