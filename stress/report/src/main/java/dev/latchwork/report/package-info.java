/**
 * The one report on all harnesses: it joins the verdicts that the checks wrote with the catalogue of what should have
 * been written, shows them as {@code verification.json}, as a page and on the console, and fails the build on any that
 * is missing or not as expected.
 */
package dev.latchwork.report;
