// The TabularImport library; see the folder of each concept.
