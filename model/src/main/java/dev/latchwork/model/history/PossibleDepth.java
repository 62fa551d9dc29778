package dev.latchwork.model.history;

import java.util.Arrays;

/**
 * How many values can have been in the queue at most, over intervals that are asked for in the order of their ends. A value
 * is perhaps in the queue from the call of its insert to the answer of its consume. Not thread-safe.
 */
final class PossibleDepth {
    /** Moments of inserts' calls and of consumes' answers, each ascending. */
    private final int[] in;

    private final int[] out;
    private int nextIn;
    private int nextOut;
    /** Moments at which the depth rose, and the depth then; only those that no later one has come up to. Descending depths. */
    private final int[] moments;

    private final int[] depths;
    private int kept;

    PossibleDepth(QueueValues values) {
        int[] order = values.byInsertInvocation();
        in = new int[order.length];
        out = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            in[i] = values.insertInvocation(order[i]);
            out[i] = values.consumeResponse(order[i]);
        }
        Arrays.sort(out);
        moments = new int[order.length];
        depths = new int[order.length];
    }

    /**
     * The most at any moment from {@code from} to {@code to}, both included.
     *
     * @param to not less than in the call before
     */
    int most(int from, int to) {
        while (nextIn < in.length && in[nextIn] <= to) {
            rise(in[nextIn++]);
        }
        // Within the interval the depth is highest at its beginning, or at a moment at which it rose.
        int most = at(from);
        int low = 0;
        int high = kept;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moments[middle] < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < kept ? Math.max(most, depths[low]) : most;
    }

    private void rise(int moment) {
        // One whose consume answers at this moment may still be there.
        while (nextOut < out.length && out[nextOut] < moment) {
            nextOut++;
        }
        int depth = nextIn - nextOut;
        while (kept > 0 && depths[kept - 1] <= depth) {
            kept--;
        }
        moments[kept] = moment;
        depths[kept++] = depth;
    }

    /** The depth at one moment. */
    private int at(int moment) {
        return upTo(in, moment + 1) - upTo(out, moment);
    }

    /** How many are less than {@code moment}. */
    private static int upTo(int[] ascending, int moment) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
