using HealthCode.Domain.Declarations;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

internal sealed class DeclarationMapping :
    IEntityTypeConfiguration<Declaration>,
    IEntityTypeConfiguration<DeclarationVersion>,
    IEntityTypeConfiguration<ReviewDecision>,
    IEntityTypeConfiguration<DeclarationDraft>
{
    public void Configure(EntityTypeBuilder<Declaration> builder)
    {
        builder.Property(d => d.OfficeCode).HasMaxLength(12);
        builder.Property(d => d.Content).AsJson().Encrypted();
        builder.Property(d => d.TemperatureReadings).AsJson().Encrypted();
        builder.Property(d => d.PersonKey).Hashed();
        builder.HasMany(d => d.Versions).WithOne().IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(d => d.Decisions).WithOne().IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(d => d.Decision);
        builder.HasIndex(d => new { d.OfficeCode, d.Number }).IsUnique();
        builder.HasIndex(d => d.FormKey).IsUnique();
        builder.HasIndex(d => d.PersonKey);
        // Few were found 不正常: the figures of a day open these and no others.
        builder.HasIndex(d => new { d.OfficeCode, d.SubmittedOn }).HasFilter("\"FoundAbnormal\"");
        // Few name a school class.
        builder.HasIndex(d => d.HasSchoolClass).HasFilter("\"HasSchoolClass\"");
        // The state first: few papers wait, however many years lie in the cabinet.
        builder.HasIndex(d => new { d.State, d.OfficeCode, d.WaitingSince });
        // All that a sum over an office's forms asks for: it never opens one.
        builder.HasIndex(d => new { d.OfficeCode, d.SubmittedOn, d.State, d.Reason, d.FoundAbnormal });
        // The order of the 申报台账, which is written while it is read and never sorted in memory.
        builder.HasIndex(d => new { d.SubmittedOn, d.OfficeCode, d.Number });
    }

    public void Configure(EntityTypeBuilder<DeclarationVersion> builder)
    {
        builder.ToTable("DeclarationVersions");
        builder.Property(v => v.Content).AsJson().Encrypted();
        builder.Property(v => v.Reason).Encrypted();
        builder.Property(v => v.By).AsJson();
        builder.Property<long>("DeclarationId");
        // When it was handed in first, and again after a return: asked of every form of a day, and no version is opened for it.
        builder.HasIndex("DeclarationId", nameof(DeclarationVersion.Number), nameof(DeclarationVersion.At));
    }

    public void Configure(EntityTypeBuilder<ReviewDecision> builder)
    {
        builder.ToTable("ReviewDecisions");
        builder.Property(d => d.Findings).AsJson().Encrypted();
        builder.Property(d => d.Clauses).AsJson().Encrypted();
        builder.Property(d => d.FailedConditions).AsJson().Encrypted();
        builder.Property(d => d.MissingItems).AsJson().Encrypted();
        builder.Property(d => d.Reason).Encrypted();
        builder.Property(d => d.By).AsJson();
        builder.Property<long>("DeclarationId");
        // All that is asked of a day's decisions.
        builder.HasIndex(nameof(ReviewDecision.DecidedOn), nameof(ReviewDecision.Outcome), "DeclarationId", nameof(ReviewDecision.At));
        // The last one of a form, and the version that each was about.
        builder.HasIndex("DeclarationId", nameof(ReviewDecision.ContentVersion));
    }

    public void Configure(EntityTypeBuilder<DeclarationDraft> builder)
    {
        builder.HasKey(d => d.FormKey);
        builder.Property(d => d.OfficeCode).HasMaxLength(12);
        builder.Property(d => d.Fields).Encrypted();
        builder.Property(d => d.PersonName).Encrypted();
        builder.HasIndex(d => new { d.UserName, d.SavedAt });
    }
}
