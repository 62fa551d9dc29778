package dev.latchwork.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for fair infinite behaviours that violate liveness properties, in a complete state graph. */
public final class FairCycles {
    /*
     * Overview
     * 1 What it is: Tarjan's search for the strongly connected components, with a stack of its own. An infinite behaviour
     *   ends in one component; it is fair if the component fulfils or disables each duty (Component.isFair).
     * 2 Corresponds to: Completes and PoolRecovers under MCFairSpec; Fairness lists the duties.
     * 3 Representation: discovery order and low link per state number; successors are computed again, not stored.
     * 4 Invariants: a state is on the stack as long as its component is not closed.
     * 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: a lost wakeup appears as a single state in which nothing that must happen can.
     * 9 Departures, gaps, references: R. Tarjan, "Depth-first search and linear graph algorithms", 1972. Only weak
     *   fairness; strong fairness would need subsets of components.
     */
    private static final int UNSEEN = 0;

    private final StateGraph graph;
    private final Fairness fairness;
    private final Map<LivenessProperty, Component> violations = new LinkedHashMap<>();
    private final int[] order;
    private final int[] lowLink;
    private final BitSet open;
    private final int[] stack;
    private int stackSize;
    private int discovered;

    private FairCycles(StateGraph graph) {
        this.graph = graph;
        this.fairness = new Fairness(graph.protocol().actions());
        this.order = new int[graph.size()];
        this.lowLink = new int[graph.size()];
        this.open = new BitSet(graph.size());
        this.stack = new int[graph.size()];
    }

    /**
     * Checks {@code properties} on the fair behaviours of an exploration.
     *
     * @return for each violated property a behaviour with a shortest stem
     * @throws IllegalArgumentException when the exploration is not complete
     */
    public static Map<LivenessProperty, Lasso> find(Exploration exploration, List<LivenessProperty> properties) {
        if (!exploration.complete()) {
            throw new IllegalArgumentException(
                    "liveness needs every reachable state, but the exploration ended after " + exploration.distinct());
        }
        FairCycles search = new FairCycles(exploration.graph());
        search.visitFrom(0, properties);
        Map<LivenessProperty, Lasso> lassos = new LinkedHashMap<>();
        search.violations.forEach((property, component) -> lassos.put(
                property,
                new Lasso(exploration.graph().pathTo(component.entry()), component.fairCycle(property.unfinished()))));
        return lassos;
    }

    /** A state whose successors are being visited. */
    private static final class Frame {
        private final int number;
        private final int[] successors;
        private int next;

        private Frame(int number, int[] successors) {
            this.number = number;
            this.successors = successors;
        }
    }

    private void visitFrom(int root, List<LivenessProperty> properties) {
        Deque<Frame> path = new ArrayDeque<>();
        path.push(discover(root));
        while (!path.isEmpty()) {
            Frame frame = path.peek();
            if (frame.next < frame.successors.length) {
                int successor = frame.successors[frame.next++];
                if (order[successor] == UNSEEN) {
                    path.push(discover(successor));
                } else if (open.get(successor)) {
                    lowLink[frame.number] = Math.min(lowLink[frame.number], order[successor]);
                }
                continue;
            }
            path.pop();
            if (!path.isEmpty()) {
                int parent = path.peek().number;
                lowLink[parent] = Math.min(lowLink[parent], lowLink[frame.number]);
            }
            if (lowLink[frame.number] == order[frame.number]) {
                judge(close(frame.number), properties);
            }
        }
    }

    private Frame discover(int number) {
        order[number] = ++discovered;
        lowLink[number] = order[number];
        stack[stackSize++] = number;
        open.set(number);
        ProtocolState state = graph.state(number);
        Protocol protocol = graph.protocol();
        int[] successors = protocol.enabled(state).stream()
                .mapToInt(action -> graph.numberOf(protocol.step(state, action)))
                .toArray();
        return new Frame(number, successors);
    }

    /** Takes the component of {@code root} off the stack. */
    private Component close(int root) {
        int end = stackSize;
        do {
            open.clear(stack[--stackSize]);
        } while (stack[stackSize] != root);
        int[] members = Arrays.copyOfRange(stack, stackSize, end);
        Arrays.sort(members);
        return new Component(graph, fairness, members);
    }

    private void judge(Component component, List<LivenessProperty> properties) {
        for (LivenessProperty property : properties) {
            Component known = violations.get(property);
            if ((known == null || component.entry() < known.entry())
                    && component.any(property.unfinished())
                    && component.isFair()) {
                violations.put(property, component);
            }
        }
    }
}
