namespace HealthCode.Web.Jobs;

/// <summary>A job has failed. Stored, and shown to the system administrator, who may see no resident: the message is a sentence for the office, and there is no inner exception.</summary>
/// <param name="sentence">Chinese; names nobody.</param>
/// <param name="canRetry">Whether running it again may help.</param>
public sealed class JobFailedException(string sentence, bool canRetry = true) : Exception(sentence)
{
    /// <summary>Whether running it again may help.</summary>
    public bool CanRetry => canRetry;
}
