using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HealthCode.Web.Data.Mappings;

/// <summary>Declarations that do not concern the schema.</summary>
internal static class RuntimeAnnotations
{
    /// <summary>Not while dotnet-ef writes a migration: its snapshot cannot hold delegates, and nothing of this is in the database.</summary>
    public static void Declare(this IMutableAnnotatable target, string name, object value)
    {
        if (!EF.IsDesignTime)
        {
            target.SetAnnotation(name, value);
        }
    }
}
