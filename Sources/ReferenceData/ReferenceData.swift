// The ReferenceData library; see the folder of each concept.
