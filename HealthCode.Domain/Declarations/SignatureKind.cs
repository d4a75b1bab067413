namespace HealthCode.Domain.Declarations;

/// <summary>申报人签字方式.</summary>
public enum SignatureKind
{
    /// <summary>签字.</summary>
    Handwritten = 1,

    /// <summary>按手印.</summary>
    Thumbprint = 2,
}
