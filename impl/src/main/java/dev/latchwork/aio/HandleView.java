package dev.latchwork.aio;

/**
 * One handle that is not idle, as PostgreSQL's view {@code pg_aios} shows it. A snapshot taken without stopping anybody.
 *
 * @param session number of the owning session ({@code pid})
 * @param ioId index of the handle ({@code io_id})
 * @param ioGeneration its generation ({@code io_generation})
 * @param state where it stands ({@code state})
 * @param operation what it does, null before it is defined ({@code operation})
 * @param offset in bytes ({@code off})
 * @param length in bytes ({@code length})
 * @param target what it is done on, null before it is defined ({@code target_desc})
 * @param rawResult bytes, or a negated error number; null before the system call has returned ({@code raw_result})
 * @param result distilled status ({@code result})
 * @param localMemory whether the buffer is the issuer's own memory ({@code f_localmem})
 */
public record HandleView(
        int session,
        int ioId,
        long ioGeneration,
        HandleState state,
        IoOperation operation,
        long offset,
        long length,
        String target,
        Integer rawResult,
        IoResult.Status result,
        boolean localMemory) {}
