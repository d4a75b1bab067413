namespace HealthCode.Web.Imports;

/// <summary>A file that cannot be taken in at all; the message is a sentence for who handed it in.</summary>
public sealed class SheetRefusedException(string sentence, Exception? inner = null) : Exception(sentence, inner);
