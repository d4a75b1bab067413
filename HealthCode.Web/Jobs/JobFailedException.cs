namespace HealthCode.Web.Jobs;

/// <summary>A job has failed. Stored, and shown to the system administrator, who may not see resident data: so the message is generic and there is no
/// inner exception.</summary>
/// <param name="sentence">Message in Chinese, without personal data.</param>
/// <param name="canRetry">Whether a retry may succeed.</param>
public sealed class JobFailedException(string sentence, bool canRetry = true) : Exception(sentence)
{
    /// <summary>Whether a retry may succeed.</summary>
    public bool CanRetry => canRetry;
}
