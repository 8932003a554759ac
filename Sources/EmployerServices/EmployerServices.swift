// The EmployerServices library; see the folder of each concept.
