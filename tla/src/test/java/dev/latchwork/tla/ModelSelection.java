package dev.latchwork.tla;

import dev.latchwork.verification.Phase;
import dev.latchwork.verification.TlcManifest;
import dev.latchwork.verification.TlcModel;
import java.util.List;
import java.util.Optional;

/** The models that a build checks: those of its phase, or the one that {@code -Dlatchwork.tlc.model} names. */
record ModelSelection(TlcManifest manifest, Optional<String> cfg) {
    private static final String PROPERTY = "latchwork.tlc.model";

    /** @throws IllegalArgumentException if the selected model does not exist */
    ModelSelection {
        if (cfg.isPresent()
                && manifest.models().stream().noneMatch(model -> model.cfg().equals(cfg.get()))) {
            throw new IllegalArgumentException("-D" + PROPERTY + "=" + cfg.get() + ": no such model; the manifest has "
                    + manifest.models().stream().map(TlcModel::cfg).toList());
        }
    }

    static ModelSelection ofSystemProperties() {
        return new ModelSelection(
                TlcManifest.readBelow(Project.root()), Optional.ofNullable(System.getProperty(PROPERTY)));
    }

    /** Whether the whole phase runs. */
    boolean isWhole() {
        return cfg.isEmpty();
    }

    List<TlcModel> of(Phase phase) {
        return manifest.models().stream()
                .filter(model -> model.phase() == phase)
                .filter(model -> isWhole() || cfg.get().equals(model.cfg()))
                .toList();
    }
}
