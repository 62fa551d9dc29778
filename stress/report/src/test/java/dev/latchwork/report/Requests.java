package dev.latchwork.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page would ask other files or machines for when it is opened, and what its policy would let it. Stateless. */
final class Requests {
    private static final Pattern LOADS =
            Pattern.compile("(?i)<iframe|<img|<object|<embed|\\bsrc=|@import|url\\(|https?:|"
                    + "\\bfetch\\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\\bimport\\b|importScripts");
    private static final Pattern LINK = Pattern.compile("<link [^>]*href=\"(?!data:,\")[^\"]*\"");
    private static final Pattern POLICY =
            Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"");
    private static final Pattern STRICT = Pattern.compile("default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]{44}';"
            + " style-src 'sha256-[A-Za-z0-9+/=]{44}'; img-src data:; base-uri 'none'; form-action 'none'");

    private Requests() {}

    /** Each in words; none for a page that is one file. */
    static List<String> of(String html) {
        Stream<String> loads = Stream.of(LOADS, LINK)
                .flatMap(pattern -> pattern.matcher(html).results())
                .map(match -> html.substring(match.start(), Math.min(html.length(), match.end() + 40)));
        Stream<String> policy = POLICY.matcher(html)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .map(text -> STRICT.matcher(text).matches() ? Stream.<String>empty() : Stream.of("policy: " + text))
                .orElse(Stream.of("no policy"));
        return Stream.concat(loads, policy).toList();
    }
}
