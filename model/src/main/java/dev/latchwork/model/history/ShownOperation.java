package dev.latchwork.model.history;

/**
 * One of the operations around a violation. Immutable.
 *
 * @param mark what it has to do with the violation
 * @param operation what was called and answered
 * @param invocation moment of its call
 * @param response moment of its answer, or {@link History#PENDING}
 */
public record ShownOperation(Mark mark, HistoryOperation operation, int invocation, int response) {
    /** What an operation has to do with a violation. */
    public enum Mark {
        /** The violation is about it. By search and by witness: it has no place in the order. */
        NAMED(">"),
        /** It is in the longest order that explains what came before; such operations stand in that order. */
        ORDERED("+"),
        /** It was open then, and does not help. */
        OPEN("-"),
        /** It happened meanwhile. */
        AROUND(" ");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        @Override
        public String toString() {
            return sign;
        }
    }

    static ShownOperation of(History history, int operation, Mark mark) {
        return new ShownOperation(
                mark, history.operation(operation), history.invocation(operation), history.response(operation));
    }

    /** A line of a window: mark, moments, operation. */
    @Override
    public String toString() {
        return String.format(
                "%s %10d .. %10s  %s",
                mark, invocation, response == History.PENDING ? HistoryOperation.UNKNOWN : response, operation);
    }
}
