namespace HealthCode.Web.Foundation;

/// <summary>Types of the claims that tell where a signed-in user works.</summary>
public static class OfficeClaims
{
    /// <summary>The digits that every office code within reach begins with.</summary>
    public const string Scope = "office_scope";

    public const string StaffName = "staff_name";

    /// <summary>Id of the checkpoint a guard stands at.</summary>
    public const string Checkpoint = "checkpoint";
}
