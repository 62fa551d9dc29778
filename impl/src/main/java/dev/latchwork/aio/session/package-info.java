/** Sessions: acquiring, staging, waiting, reclaiming. */
package dev.latchwork.aio.session;
