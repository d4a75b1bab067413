using HealthCode.Web.Data.Entities;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

/// <summary>The tables of ASP.NET Core Identity beside the users.</summary>
internal sealed class IdentityMapping :
    IEntityTypeConfiguration<IdentityRole>,
    IEntityTypeConfiguration<IdentityRoleClaim<string>>,
    IEntityTypeConfiguration<IdentityUserClaim<string>>,
    IEntityTypeConfiguration<IdentityUserLogin<string>>,
    IEntityTypeConfiguration<IdentityUserRole<string>>,
    IEntityTypeConfiguration<IdentityUserToken<string>>
{
    private const string WithTheUser = "the page that changes a user notes it";

    public void Configure(EntityTypeBuilder<IdentityRole> builder) => OfRoles(builder);

    public void Configure(EntityTypeBuilder<IdentityRoleClaim<string>> builder) => OfRoles(builder);

    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder) => Unused(builder);

    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder) => Unused(builder);

    public void Configure(EntityTypeBuilder<IdentityUserRole<string>> builder) => OfUsers(builder);

    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        OfUsers(builder);
        builder.Property(token => token.Value).ProtectedFor(OfficeUser.TokenProtection);
    }

    private static void Unused<T>(EntityTypeBuilder<T> builder)
        where T : class
    {
        OfUsers(builder);
        builder.LeftBehind("not used");
    }

    private static void OfRoles<T>(EntityTypeBuilder<T> builder)
        where T : class
    {
        builder.NotAudited("the roles come with the program");
        builder.Retained("角色");
        builder.LeftBehind("the same everywhere, found by their names");
    }

    private static void OfUsers<T>(EntityTypeBuilder<T> builder)
        where T : class
    {
        builder.NotAudited(WithTheUser);
        builder.Retained("经办人");
    }
}
