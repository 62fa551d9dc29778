package dev.latchwork.tla;

import java.nio.file.Path;

/** Where the project is, by the system properties that Maven sets. */
public final class Project {
    private Project() {}

    public static Path root() {
        return folder("latchwork.root");
    }

    public static Path reportFolder() {
        return folder("latchwork.report.dir");
    }

    public static SpecificationFolder specification() {
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
