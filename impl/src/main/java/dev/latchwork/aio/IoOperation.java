package dev.latchwork.aio;

/** What a handle is defined to do (PostgreSQL: {@code PgAioOp}). */
public enum IoOperation {
    READ,
    WRITE
}
