package dev.latchwork.tla.distributed;

import java.io.IOException;
import tlc2.tool.TLCTrace;
import tlc2.tool.distributed.fp.NonDistributedFPSetManager;
import tlc2.tool.fp.FPSet;

/**
 * The server's fingerprints, which let it say a last word when they are closed: TLC's fingerprint set ends the JVM then
 * with status 0, whatever was found. That is why the exit status of the server says nothing. Workers get a copy, which
 * closes nothing.
 */
final class LastWord extends NonDistributedFPSetManager {
    private static final long serialVersionUID = 1L;

    private final transient Runnable word;

    LastWord(FPSet fingerprints, String host, TLCTrace trace, Runnable word) throws IOException {
        super(fingerprints, host, trace);
        this.word = word;
    }

    @Override
    public void close(boolean cleanup) throws IOException {
        word.run();
        super.close(cleanup);
    }
}
