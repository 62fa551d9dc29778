package dev.latchwork.trace;

import dev.latchwork.model.trace.IoUse;
import dev.latchwork.model.trace.RecordedAction;
import dev.latchwork.model.trace.TraceEvent;
import dev.latchwork.model.trace.TraceSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Mistakes that a recording could have if the code, or the recorder, were wrong. Each is applied to a good sample, at a place
 * where it can be noticed, and says which event a judge must refuse. Immutable.
 */
public enum Corruption {
    /** An event is missing: noticed at the next event of its actor, or at a critical section before it. */
    DROPPED {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            int next = nextOfActor(index, sample.events());
            return next == NOWHERE ? Optional.empty() : done(sample, without(sample.events(), index), index, next - 1);
        }
    },
    /** An event stands there twice: noticed at the second. */
    DOUBLED {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            return REPEATABLE.contains(event.action())
                    ? Optional.empty()
                    : done(sample, inserted(sample.events(), index, event), index + 1, index + 1);
        }
    },
    /** Two events of one actor stand in the wrong order: noticed at the first. */
    SWAPPED {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            List<TraceEvent> events = sample.events();
            int next = nextOfActor(index, events);
            if (next == NOWHERE
                    || (events.get(index).action() == RecordedAction.SUBMIT
                            && events.get(next).action() == RecordedAction.SUBMIT)) {
                return Optional.empty();
            }
            TraceEvent first = events.get(index);
            TraceEvent second = events.get(next);
            List<TraceEvent> swapped = replaced(events, index, second.at(first.begin(), first.end()));
            return done(sample, replaced(swapped, next, first.at(second.begin(), second.end())), index, index);
        }
    },
    /** Another worker did it: noticed there, or at the next event of the one that did. */
    WRONG_WORKER {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            int next = nextOfActor(index, sample.events());
            if (event.action().isOfSession() || next == NOWHERE) {
                return Optional.empty();
            }
            int other = (event.actor() + 1) % sample.start().workers();
            return done(sample, replaced(sample.events(), index, event.withActor(other)), index, next);
        }
    },
    /** Another session did it: noticed there, or at the next event of the one that did. */
    WRONG_SESSION {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            int next = nextOfActor(index, sample.events());
            if (!event.action().isOfSession() || event.action() == RecordedAction.SUBMIT || next == NOWHERE) {
                return Optional.empty();
            }
            return done(
                    sample, replaced(sample.events(), index, event.withActor(event.actor() == 0 ? 1 : 0)), index, next);
        }
    },
    /** The step was another one. */
    WRONG_ACTION {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            RecordedAction other = switch (event.action()) {
                case CONSUME -> RecordedAction.MARK_IDLE;
                case MARK_IDLE -> RecordedAction.DEREGISTER;
                case PERFORM -> RecordedAction.COMPLETE_FAILED;
                case COMPLETE_FAILED -> RecordedAction.PERFORM;
                case AWAIT -> RecordedAction.RESET_LATCH;
                case RESET_LATCH -> RecordedAction.AWAIT;
                default -> event.action();
            };
            return other == event.action() ? Optional.empty() : here(sample, index, event.withAction(other));
        }
    },
    /** The queue holds one more. */
    WRONG_DEPTH {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            return seesTheState(event) ? here(sample, index, event.withDepth(event.depth() + 1)) : Optional.empty();
        }
    },
    /** A worker is idle that is not, or the reverse. */
    WRONG_IDLE_SET {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            int worker = index % sample.start().workers();
            return seesTheState(event)
                    ? here(sample, index, event.withIdle(event.idle() ^ (1 << worker)))
                    : Optional.empty();
        }
    },
    /** One worker more runs. */
    WRONG_RUNNING {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            return seesTheState(event) ? here(sample, index, event.withRunning(event.running() + 1)) : Optional.empty();
        }
    },
    /** One latch more is owed. */
    WRONG_OWED {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            return switch (event.action()) {
                case SUBMIT, CONSUME, DEREGISTER -> here(sample, index, event.withOwed(event.owed() + 1));
                default -> Optional.empty();
            };
        }
    },
    /** The handle is the right one, but in its next use. */
    WRONG_GENERATION {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            long io = event.io();
            return io == IoUse.NONE
                    ? Optional.empty()
                    : here(sample, index, event.withIo(IoUse.of(IoUse.id(io), IoUse.generation(io) + 1)));
        }
    },
    /** The I/O is one that somebody else has in hand. */
    WRONG_IO {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            if (event.io() == IoUse.NONE) {
                return Optional.empty();
            }
            return sample.events().stream()
                    .skip(index)
                    .map(TraceEvent::io)
                    .filter(io -> io != IoUse.NONE && IoUse.id(io) != IoUse.id(event.io()))
                    .findFirst()
                    .flatMap(other -> here(sample, index, event.withIo(other)));
        }
    },
    /** The consumed I/O is not the oldest. */
    WRONG_HANDLE {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            return event.action() != RecordedAction.CONSUME
                    ? Optional.empty()
                    : sample.events().stream()
                            .skip(index)
                            .filter(later ->
                                    later.action() == RecordedAction.CONSUME && later.argument() != event.argument())
                            .findFirst()
                            .flatMap(later -> here(sample, index, event.withArgument(later.argument())));
        }
    },
    /** The latch of another worker was set. */
    WRONG_TARGET {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            return switch (event.action()) {
                case SUBMIT_SET_LATCH, WAKE_PEER, HAND_OVER ->
                    here(
                            sample,
                            index,
                            event.withArgument(
                                    (event.argument() + 1) % sample.start().workers()));
                default -> Optional.empty();
            };
        }
    },
    /** One I/O fewer, or more, fitted into the queue. */
    WRONG_INSERTED {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            return event.action() != RecordedAction.SUBMIT
                    ? Optional.empty()
                    : here(sample, index, event.withArgument(event.argument() == 0 ? 1 : event.argument() - 1));
        }
    },
    /** An I/O is submitted that is not completed yet. */
    SUBMITTED_TWICE {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            if (event.action() != RecordedAction.SUBMIT) {
                return Optional.empty();
            }
            for (int later = index + 1; later < sample.events().size(); later++) {
                TraceEvent completes = sample.events().get(later);
                if (isCompletion(completes.action())
                        && !event.batch().contains(completes.io())
                        && !isSubmittedBetween(index, later, completes.io(), sample.events())) {
                    List<Long> batch = new ArrayList<>(event.batch());
                    batch.set(batch.size() - 1, completes.io());
                    return here(sample, index, event.withBatch(batch));
                }
            }
            return Optional.empty();
        }
    },
    /** Two I/Os of a batch stand in the wrong order: noticed where the first of them is consumed. */
    REORDERED_BATCH {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            if (event.action() != RecordedAction.SUBMIT || event.argument() < 2) {
                return Optional.empty();
            }
            List<Long> batch = new ArrayList<>(event.batch());
            batch.set(0, event.batch().get(1));
            batch.set(1, event.batch().get(0));
            int first = IoUse.id(event.batch().get(0));
            for (int later = index + 1; later < sample.events().size(); later++) {
                TraceEvent consumes = sample.events().get(later);
                if (consumes.action() == RecordedAction.CONSUME && consumes.argument() == first) {
                    return done(sample, replaced(sample.events(), index, event.withBatch(batch)), later, later);
                }
            }
            return Optional.empty();
        }
    },
    /** A wait ended before anybody set the latch. */
    EARLY_WAIT {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            if (event.action() != RecordedAction.AWAIT) {
                return Optional.empty();
            }
            int set = NOWHERE;
            for (int earlier = index - 1; earlier >= 0; earlier--) {
                TraceEvent before = sample.events().get(earlier);
                if (before.action() == RecordedAction.RESET_LATCH && before.actor() == event.actor()) {
                    return set == NOWHERE
                            ? Optional.empty()
                            : done(sample, inserted(without(sample.events(), index), set, event), set, set);
                }
                if (setsLatchOf(event.actor(), before)) {
                    // The first one after the reset is the one that counts.
                    set = earlier;
                }
            }
            return Optional.empty();
        }
    },
    /** A worker of which an exit is requested stays. */
    IGNORED_REQUEST {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            return event.action() == RecordedAction.CHECK_INTERRUPTS && event.argument() == 1
                    ? here(sample, index, event.withArgument(0))
                    : Optional.empty();
        }
    },
    /** A worker of which no exit is requested leaves. */
    UNASKED_EXIT {
        @Override
        Optional<Corrupted> at(int index, TraceSample sample) {
            TraceEvent event = sample.events().get(index);
            return event.action() == RecordedAction.CHECK_INTERRUPTS && event.argument() == 0
                    ? here(sample, index, event.withArgument(1))
                    : Optional.empty();
        }
    };

    private static final int NOWHERE = -1;

    /** What may be true twice in a row. */
    private static final Set<RecordedAction> REPEATABLE =
            Set.of(RecordedAction.RELOAD, RecordedAction.START_TAKEN_BACK);

    /**
     * A corrupted sample.
     *
     * @param sample the sample
     * @param first the first event that may be refused, counted from 1
     * @param last the last one by which it must have been
     */
    public record Corrupted(TraceSample sample, int first, int last) {}

    /** Whether a corrupted sample keeps the numbers that the run gave out, so that it can be judged in its intervals too. */
    public boolean keepsNumbers() {
        return this != DOUBLED && this != EARLY_WAIT;
    }

    /** This mistake at a random place of the sample; empty if there is no place for it. */
    public Optional<Corrupted> applyTo(TraceSample sample, SplittableRandom random) {
        int size = sample.events().size();
        int from = random.nextInt(size);
        for (int i = 0; i < size; i++) {
            Optional<Corrupted> corrupted = at((from + i) % size, sample);
            if (corrupted.isPresent()) {
                return corrupted;
            }
        }
        return Optional.empty();
    }

    /** This mistake at one event, if it can be made there. */
    abstract Optional<Corrupted> at(int index, TraceSample sample);

    private static Optional<Corrupted> done(TraceSample sample, List<TraceEvent> events, int first, int last) {
        return Optional.of(new Corrupted(sample.with(events), first + 1, last + 1));
    }

    private static Optional<Corrupted> here(TraceSample sample, int index, TraceEvent wrong) {
        return done(sample, replaced(sample.events(), index, wrong), index, index);
    }

    private static List<TraceEvent> replaced(List<TraceEvent> events, int index, TraceEvent event) {
        List<TraceEvent> copy = new ArrayList<>(events);
        copy.set(index, event);
        return copy;
    }

    private static List<TraceEvent> without(List<TraceEvent> events, int index) {
        List<TraceEvent> copy = new ArrayList<>(events);
        copy.remove(index);
        return copy;
    }

    private static List<TraceEvent> inserted(List<TraceEvent> events, int index, TraceEvent event) {
        List<TraceEvent> copy = new ArrayList<>(events);
        copy.add(index, event);
        return copy;
    }

    /** The next event of the session or of the worker whose own step this is. */
    private static int nextOfActor(int index, List<TraceEvent> events) {
        TraceEvent event = events.get(index);
        if (!isOwnStep(event)) {
            return NOWHERE;
        }
        for (int next = index + 1; next < events.size(); next++) {
            TraceEvent other = events.get(next);
            if (isOwnStep(other)
                    && other.actor() == event.actor()
                    && other.action().isOfSession() == event.action().isOfSession()) {
                return next;
            }
        }
        return NOWHERE;
    }

    /** Whether the actor is a session, or a worker with a slot. */
    private static boolean isOwnStep(TraceEvent event) {
        return event.actor() != TraceEvent.NOBODY
                && switch (event.action()) {
                    case INTERRUPT, HAND_OVER, EXIT_WORKER -> false;
                    default -> true;
                };
    }

    private static boolean seesTheState(TraceEvent event) {
        return event.action().isSection() && event.action() != RecordedAction.START_TAKEN_BACK;
    }

    private static boolean isCompletion(RecordedAction action) {
        return action == RecordedAction.PERFORM
                || action == RecordedAction.COMPLETE_FAILED
                || action == RecordedAction.PERFORM_SYNCHRONOUSLY;
    }

    private static boolean isSubmittedBetween(int from, int to, long io, List<TraceEvent> events) {
        return events.subList(from, to).stream().anyMatch(event -> event.batch().contains(io));
    }

    private static boolean setsLatchOf(int worker, TraceEvent event) {
        return switch (event.action()) {
            case SUBMIT_SET_LATCH, WAKE_PEER, HAND_OVER, REQUEST_SHUTDOWN -> event.argument() == worker;
            case INTERRUPT -> event.actor() == worker;
            default -> false;
        };
    }
}
