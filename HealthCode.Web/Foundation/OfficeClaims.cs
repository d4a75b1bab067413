namespace HealthCode.Web.Foundation;

/// <summary>Claim types for the office and checkpoint of the signed-in user.</summary>
public static class OfficeClaims
{
    /// <summary>Prefix of all office codes the user may access.</summary>
    public const string Scope = "office_scope";

    public const string StaffName = "staff_name";

    /// <summary>Id of the guard's checkpoint.</summary>
    public const string Checkpoint = "checkpoint";
}
