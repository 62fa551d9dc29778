package dev.latchwork.model;

/**
 * A fixed number of small unsigned numbers inside one word of a packed state. As a list, an element is never 0 and the
 * first 0 ends it. Immutable; the words belong to the caller.
 *
 * @param name the variable, for error messages
 * @param word index of the word
 * @param shift lowest bit of element 0
 * @param width bits of one element, 1 to 31
 * @param length number of elements; {@code width * length} is at most 64
 */
record PackedArray(String name, int word, int shift, int width, int length) {
    private long elementMask() {
        return (1L << width) - 1;
    }

    private long wholeMask() {
        return -1L >>> (Long.SIZE - width * length);
    }

    /** Element {@code index}, 0 or more. */
    int get(long[] words, int index) {
        return (int) ((words[word] >>> (shift + index * width)) & elementMask());
    }

    /** Throws {@link IllegalStateException} when {@code value} does not fit: wrapping would forge another state. */
    void set(long[] words, int index, int value) {
        if (index < 0 || index >= length || (value & ~elementMask()) != 0) {
            throw new IllegalStateException(name + "[" + index + "] = " + value + " does not fit: " + length
                    + " elements of " + width + " bits");
        }
        int position = shift + index * width;
        words[word] = (words[word] & ~(elementMask() << position)) | ((long) value << position);
    }

    private long whole(long[] words) {
        return (words[word] >>> shift) & wholeMask();
    }

    /** Number of elements of the list. */
    int size(long[] words) {
        return (Long.SIZE - Long.numberOfLeadingZeros(whole(words)) + width - 1) / width;
    }

    /** Appends to the list; throws {@link IllegalStateException} when there is no room or the value does not fit. */
    void append(long[] words, int value) {
        set(words, size(words), value);
    }

    /** Removes the first element of the list, if it has one. */
    void removeFirst(long[] words) {
        words[word] = (words[word] & ~(wholeMask() << shift)) | ((whole(words) >>> width) << shift);
    }
}
