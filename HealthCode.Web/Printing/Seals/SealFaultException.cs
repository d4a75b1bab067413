namespace HealthCode.Web.Printing.Seals;

/// <summary>Why a file cannot serve as a seal, as a sentence for whoever uploaded it. Never leaves <see cref="SealImage.TryRead"/>.</summary>
/// <param name="sentence">Chinese, with what to do next.</param>
internal sealed class SealFaultException(string sentence) : Exception(sentence);
