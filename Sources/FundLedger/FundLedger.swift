// The FundLedger library; see the folder of each concept.
