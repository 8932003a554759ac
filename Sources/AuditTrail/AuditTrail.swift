// The AuditTrail library; see the folder of each concept.
