namespace HealthCode.Domain.Requests;

/// <summary>答复.</summary>
public enum RequestOutcome
{
    /// <summary>同意.</summary>
    Granted = 1,

    /// <summary>不办, with the reason.</summary>
    Declined = 2,
}
