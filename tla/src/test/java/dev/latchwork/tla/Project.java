package dev.latchwork.tla;

import java.nio.file.Path;

/** Where the tests find the project. */
final class Project {
    private Project() {}

    static Path root() {
        return folder("latchwork.root");
    }

    static Path reportFolder() {
        return folder("latchwork.report.dir");
    }

    static SpecificationFolder specification() {
        return SpecificationFolder.below(root());
    }

    private static Path folder(String property) {
        String folder = System.getProperty(property);
        if (folder == null) {
            throw new IllegalStateException("the system property " + property + " is not set; Maven sets it");
        }
        return Path.of(folder);
    }
}
