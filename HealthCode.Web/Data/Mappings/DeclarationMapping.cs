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
        builder.AuditedAs(d => $"申报 {d.Number}");
        builder.ActedFor(nameof(Declaration.Version), d => string.Join('、', ((string[])[d.Content.Guardian is null ? "" : "监护人", d.Content.Scribe is null ? "" : "代填人"]).Where(word => word.Length > 0)));
        builder.Purged("declarations", "申报表（连同各版本、体温和审核决定）", "份", order: 40);
        builder.FoundBy(d =>
        [
            new(SearchTermKind.Name, d.Content.Person.Name.Value),
            new(SearchTermKind.Code, d.Number),
            new(SearchTermKind.Code, d.Number.Replace("-", "", StringComparison.Ordinal)),
            new(SearchTermKind.Number, d.Content.Person.Document.Number),
            new(SearchTermKind.Number, d.Content.Phone?.Value ?? ""),
        ]);
        builder.Property(d => d.OfficeCode).HasMaxLength(12);
        builder.Property(d => d.Content).AsJson().Encrypted().AuditedAs("申报内容");
        builder.Property(d => d.TemperatureReadings).AsJson().Encrypted().AuditedAs("体温");
        builder.Property(d => d.PersonKey).Hashed().AuditedAs("证件");
        builder.Property(d => d.State).AuditedAs("状态").Disclosed(state => state.ChineseName());
        builder.Property(d => d.Version).AuditedAs("版本").Disclosed();
        builder.Property(d => d.WaitingSince).AuditedAs("等候起始").Disclosed();
        // They follow the form and its temperatures; that the second one changed would say how.
        builder.Property(d => d.Reason).NotAudited();
        builder.Property(d => d.SittingKey).HasMaxLength(40).AuditedAs("一户一次办");
        builder.Property(d => d.HasSchoolClass).NotAudited();
        builder.Property(d => d.FoundAbnormal).NotAudited();
        builder.HasMany(d => d.Versions).WithOne().IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(d => d.Decisions).WithOne().IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(d => d.Decision);
        builder.HasIndex(d => new { d.OfficeCode, d.Number }).IsUnique();
        builder.HasIndex(d => d.FormKey).IsUnique();
        builder.HasIndex(d => d.PersonKey);
        // Few were handed in by a household together.
        builder.HasIndex(d => d.SittingKey).HasFilter("\"SittingKey\" IS NOT NULL");
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
        builder.NotAudited("written with its declaration, which is audited");
        builder.PurgedWith<Declaration>();
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
        builder.NotAudited("written with its declaration, which is audited");
        builder.PurgedWith<Declaration>();
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
        builder.NotAudited("saved while somebody types; the declaration is audited when it is handed in");
        builder.Purged("drafts", "没有录完的草稿", "份", order: 50);
        builder.HasKey(d => d.FormKey);
        builder.Property(d => d.OfficeCode).HasMaxLength(12);
        builder.Property(d => d.Fields).Encrypted();
        builder.Property(d => d.PersonName).Encrypted();
        builder.HasIndex(d => new { d.UserName, d.SavedAt });
    }
}
