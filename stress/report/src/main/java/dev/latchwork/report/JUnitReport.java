package dev.latchwork.report;

import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Verdict;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Every verdict as a test case of a JUnit file, which every build server reads: a suite for each harness, and one for the
 * findings that are about no check. A check that is not as expected is a failure, one that did not run too. Immutable.
 *
 * @param verification what to tell
 */
record JUnitReport(Verification verification) {
    private static final String GATE = "gate";

    /** The file's content. */
    String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "Latchwork verification");
            for (Map.Entry<Harness, List<Verdict>> harness :
                    verification.byHarness().entrySet()) {
                writeSuite(xml, harness.getKey().word(), harness.getValue());
            }
            writeGate(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text cannot be written as XML", e);
        }
        return text + "\n";
    }

    private static void writeSuite(XMLStreamWriter xml, String name, List<Verdict> verdicts) throws XMLStreamException {
        long failures = verdicts.stream().filter(verdict -> !verdict.ok()).count();
        double seconds = verdicts.stream()
                .mapToDouble(verdict -> verdict.effort().seconds().orElse(0))
                .sum();
        startSuite(xml, name, verdicts.size(), failures, seconds);
        for (Verdict verdict : verdicts) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", name + "." + verdict.subject());
            xml.writeAttribute("name", legal(verdict.id()));
            xml.writeAttribute("time", seconds(verdict.effort().seconds().orElse(0)));
            if (!verdict.ok()) {
                writeFailure(
                        xml, "expected " + verdict.expected() + ", verdict " + verdict.outcome(), verdict.inWords());
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void writeGate(XMLStreamWriter xml) throws XMLStreamException {
        List<Finding> findings = verification.findings().stream()
                .filter(finding -> finding.replay() == null)
                .toList();
        startSuite(xml, GATE, findings.size(), findings.size(), 0);
        for (Finding finding : findings) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", GATE);
            xml.writeAttribute("name", legal(finding.reason().words() + ": " + finding.about()));
            writeFailure(xml, finding.reason().words(), finding.message());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void startSuite(XMLStreamWriter xml, String name, long tests, long failures, double seconds)
            throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Long.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("time", seconds(seconds));
    }

    private static void writeFailure(XMLStreamWriter xml, String message, String text) throws XMLStreamException {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", legal(message));
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** XML has no way to write most control characters. */
    private static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
