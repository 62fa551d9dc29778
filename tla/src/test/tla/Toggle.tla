------------------------------- MODULE Toggle -------------------------------
(* A behaviour that returns: for the reader of counterexamples, since those of the worker method all end. *)
EXTENDS Integers
CONSTANT Steps
VARIABLE at

Init == at = 0
Advance(n) == at + n < 4 /\ at' = at + n
Return == at = 3 /\ at' = 1
Next ==
  \/ \E n \in Steps : Advance(n)
  \/ Return
Spec == Init /\ [][Next]_at /\ WF_at(\E n \in Steps : Advance(n)) /\ WF_at(Return)

Rests == <>[](at = 3)
=============================================================================
