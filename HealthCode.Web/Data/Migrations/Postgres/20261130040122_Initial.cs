using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AdministratorPcs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Range = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "text", maxLength: 50, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdministratorPcs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", maxLength: 256, nullable: true, collation: "C"),
                    NormalizedName = table.Column<string>(type: "text", maxLength: 256, nullable: true, collation: "C"),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StaffName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OfficeScope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MustChangePassword = table.Column<bool>(type: "boolean", nullable: false),
                    CheckpointId = table.Column<long>(type: "bigint", nullable: true),
                    IsDisabled = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordChangedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PasswordHistory = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SessionId = table.Column<string>(type: "text", maxLength: 32, nullable: true, collation: "C"),
                    UserName = table.Column<string>(type: "text", maxLength: 256, nullable: true, collation: "C"),
                    NormalizedUserName = table.Column<string>(type: "text", maxLength: 256, nullable: true, collation: "C"),
                    Email = table.Column<string>(type: "text", maxLength: 256, nullable: true, collation: "C"),
                    NormalizedEmail = table.Column<string>(type: "text", maxLength: 256, nullable: true, collation: "C"),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UserName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StaffName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OfficeCode = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Workstation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OnBehalfOf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Detail = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PreviousHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    PayloadHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BackupPlans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    KeyPair = table.Column<byte[]>(type: "bytea", nullable: true),
                    PassphraseSetAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SecondFolder = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    LastCopy = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    LastCopiedAt = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BackupPlans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Checkpoints",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    County = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Township = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Mode = table.Column<int>(type: "integer", nullable: false),
                    IsClosed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checkpoints", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DailyCheckIns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    ResidentId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Channel = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Late = table.Column<byte[]>(type: "bytea", nullable: true),
                    DeclaredAs = table.Column<byte[]>(type: "bytea", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Earlier = table.Column<byte[]>(type: "bytea", nullable: false),
                    FoundAbnormal = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DailyCheckIns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeadlineReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    DeadlineId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Reporter = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deadlines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Notice = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsDaily = table.Column<bool>(type: "boolean", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Time = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reporters = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    To = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deadlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Declarations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FormKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SittingKey = table.Column<string>(type: "text", maxLength: 40, nullable: true, collation: "C"),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    PersonKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HasSchoolClass = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: true),
                    FoundAbnormal = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    WaitingSince = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TemperatureReadings = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Declarations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DestructionRecords",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    OfficeName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Notice = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StartedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FinishedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AuditHead = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Signature = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DestructionRecords", x => x.OfficeCode);
                });

            migrationBuilder.CreateTable(
                name: "Divisions",
                columns: table => new
                {
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    ParentCode = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Divisions", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "DoorDuties",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    VenueId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<byte[]>(type: "bytea", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    To = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    EnteredBy = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoorDuties", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    FormKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    UserName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Fields = table.Column<byte[]>(type: "bytea", nullable: false),
                    PersonName = table.Column<byte[]>(type: "bytea", nullable: false),
                    SavedAt = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.FormKey);
                });

            migrationBuilder.CreateTable(
                name: "DroppedKeys",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    PublicKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    OfficeName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    DocumentTagKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    CompromisedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DroppedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DroppedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DroppedKeys", x => new { x.OfficeCode, x.PublicKey });
                });

            migrationBuilder.CreateTable(
                name: "DueEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ResidentId = table.Column<long>(type: "bigint", nullable: false),
                    Words = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EpidemicEnds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Notice = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Replaces = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EnteredBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EnteredAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ConfirmedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConfirmedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    WithdrawnAt = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EpidemicEnds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Facilities",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    District = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Contact = table.Column<byte[]>(type: "bytea", nullable: false),
                    Phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Facilities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FollowUps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    ResidentId = table.Column<long>(type: "bigint", nullable: true),
                    Who = table.Column<byte[]>(type: "bytea", nullable: false),
                    Source = table.Column<int>(type: "integer", nullable: false),
                    SourceNumber = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    OpenedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OpenedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ClosedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Outcome = table.Column<byte[]>(type: "bytea", nullable: false),
                    ClosedBy = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpVisits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    ResidentId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Outcome = table.Column<int>(type: "integer", nullable: false),
                    NextStep = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpVisits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GateIncidents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    CheckpointId = table.Column<long>(type: "bigint", nullable: false),
                    CheckpointName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Findings = table.Column<byte[]>(type: "bytea", nullable: false),
                    Temperature = table.Column<byte[]>(type: "bytea", nullable: true),
                    Handling = table.Column<byte[]>(type: "bytea", nullable: false),
                    ReportedTo = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReportedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GateIncidents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GateTallies",
                columns: table => new
                {
                    CheckpointId = table.Column<long>(type: "bigint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Hour = table.Column<int>(type: "integer", nullable: false),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    People = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GateTallies", x => new { x.CheckpointId, x.On, x.Hour });
                });

            migrationBuilder.CreateTable(
                name: "GuardianClaims",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    WardId = table.Column<long>(type: "bigint", nullable: false),
                    GuardianshipId = table.Column<long>(type: "bigint", nullable: false),
                    ClaimedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Consent = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardianClaims", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Guardianships",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    WardId = table.Column<long>(type: "bigint", nullable: false),
                    GuardianId = table.Column<long>(type: "bigint", nullable: true),
                    Guardian = table.Column<byte[]>(type: "bytea", nullable: false),
                    Seen = table.Column<byte[]>(type: "bytea", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedFor = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guardianships", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HealthStatuses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    ResidentId = table.Column<long>(type: "bigint", nullable: false),
                    KeptSince = table.Column<DateOnly>(type: "date", nullable: true),
                    Consent = table.Column<byte[]>(type: "bytea", nullable: false),
                    Grounds = table.Column<byte[]>(type: "bytea", nullable: false),
                    Official = table.Column<byte[]>(type: "bytea", nullable: false),
                    LastReportedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HasGrounds = table.Column<bool>(type: "boolean", nullable: false),
                    OfficialAsksDaily = table.Column<bool>(type: "boolean", nullable: false),
                    OfficialSeenOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthStatuses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Households",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Tenure = table.Column<int>(type: "integer", nullable: true),
                    Responsible = table.Column<byte[]>(type: "bytea", nullable: true),
                    Phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    Note = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Households", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Inspections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    FormName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InspectedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Inspector = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Results = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Told = table.Column<byte[]>(type: "bytea", nullable: false),
                    RecheckOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecheckFinding = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecheckedBy = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inspections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Job = table.Column<string>(type: "text", maxLength: 20, nullable: false, collation: "C"),
                    ForDay = table.Column<DateOnly>(type: "date", nullable: false),
                    StartedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EndedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Result = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Succeeded = table.Column<bool>(type: "boolean", nullable: false),
                    IsCatchUp = table.Column<bool>(type: "boolean", nullable: false),
                    StartedBy = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Observations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    ResidentId = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: true),
                    Details = table.Column<byte[]>(type: "bytea", nullable: false),
                    EnteredBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EnteredAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    End = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Observations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Offices",
                columns: table => new
                {
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Province = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    City = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    County = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Township = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Village = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    OfficialName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ContactPhone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SupervisionPhone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RulePackCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TemperaturePrompt = table.Column<decimal>(type: "numeric", nullable: false),
                    TemperaturePromptSource = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SeparatesSealKeeper = table.Column<bool>(type: "boolean", nullable: false),
                    Residents = table.Column<int>(type: "integer", nullable: true),
                    EpidemicEndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndEnteredOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offices", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "OutreachRounds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Worker = table.Column<byte[]>(type: "bytea", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ClosedAt = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutreachRounds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutreachVisits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    ResidentId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    Result = table.Column<int>(type: "integer", nullable: true),
                    VisitedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutreachVisits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PackageFiles",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackageFiles", x => new { x.OfficeCode, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PackagesReceived",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    OfficeName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Days = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HasRegister = table.Column<bool>(type: "boolean", nullable: false),
                    ReceivedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReceivedBy = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackagesReceived", x => new { x.OfficeCode, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PackagesSent",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MadeOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HasRegister = table.Column<bool>(type: "boolean", nullable: false),
                    Digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReceiptedAt = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackagesSent", x => new { x.OfficeCode, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PaperBoxes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<string>(type: "text", maxLength: 20, nullable: false, collation: "C"),
                    Content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Copies = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EnteredAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DestroyedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Disposal = table.Column<int>(type: "integer", nullable: true),
                    FirstWitness = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SecondWitness = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperBoxes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Passages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    CheckpointId = table.Column<long>(type: "bigint", nullable: false),
                    CheckpointName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CheckpointAddress = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<byte[]>(type: "bytea", nullable: false),
                    Phone = table.Column<byte[]>(type: "bytea", nullable: false),
                    Plate = table.Column<byte[]>(type: "bytea", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: true),
                    Direction = table.Column<int>(type: "integer", nullable: true),
                    FoundNormal = table.Column<byte[]>(type: "bytea", nullable: true),
                    Temperature = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PendingPosts",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Scope = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Address = table.Column<byte[]>(type: "bytea", nullable: false),
                    Fields = table.Column<byte[]>(type: "bytea", nullable: false),
                    SavedAt = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingPosts", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "PostingChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    VenueId = table.Column<long>(type: "bigint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    CheckedBy = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sheets = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HasMissing = table.Column<bool>(type: "boolean", nullable: false),
                    EnteredBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EnteredAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MendedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MendedBy = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostingChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrintedForms",
                columns: table => new
                {
                    Number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    RenewalOf = table.Column<long>(type: "bigint", nullable: true),
                    ResidentId = table.Column<long>(type: "bigint", nullable: true),
                    PrintedAt = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintedForms", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "PrintRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    ProductCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Stock = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsOfCards = table.Column<bool>(type: "boolean", nullable: false),
                    WithSeal = table.Column<bool>(type: "boolean", nullable: false),
                    Workstation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StartedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReceivedRegisters",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Ciphertext = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedRegisters", x => new { x.OfficeCode, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "RecognitionComplaints",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Name = table.Column<byte[]>(type: "bytea", nullable: true),
                    Credential = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CardNumber = table.Column<byte[]>(type: "bytea", nullable: false),
                    PassId = table.Column<long>(type: "bigint", nullable: true),
                    Place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RefusedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RefusedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RefusedBy = table.Column<byte[]>(type: "bytea", nullable: false),
                    ToldBy = table.Column<byte[]>(type: "bytea", nullable: false),
                    WorkOrder = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReceivedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReceivedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DueAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Forwarded = table.Column<byte[]>(type: "bytea", nullable: true),
                    Answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    Closing = table.Column<byte[]>(type: "bytea", nullable: true),
                    ClosedAt = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecognitionComplaints", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisterEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    SlipNumber = table.Column<int>(type: "integer", nullable: true),
                    FacilityId = table.Column<long>(type: "bigint", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    PersonKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SubjectKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Pending = table.Column<int>(type: "integer", nullable: false),
                    PendingOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsolationEndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EnteredBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EnteredAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Former = table.Column<byte[]>(type: "bytea", nullable: false),
                    VoidedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisterKeys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OfficeCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EntryId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterKeys", x => new { x.OfficeCode, x.Key, x.EntryId });
                });

            migrationBuilder.CreateTable(
                name: "ReportDeadlines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Group = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Office = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Closing = table.Column<TimeOnly>(type: "time without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDeadlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Requests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Applicant = table.Column<byte[]>(type: "bytea", nullable: false),
                    Guardian = table.Column<byte[]>(type: "bytea", nullable: false),
                    IdentityCheck = table.Column<byte[]>(type: "bytea", nullable: false),
                    RequestText = table.Column<byte[]>(type: "bytea", nullable: false),
                    DeclarationId = table.Column<long>(type: "bigint", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReceivedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReceivedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: true),
                    Answer = table.Column<byte[]>(type: "bytea", nullable: false),
                    CorrectedIn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredBy = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Requests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ResidentKeys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OfficeCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ResidentId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResidentKeys", x => new { x.OfficeCode, x.Key, x.ResidentId });
                });

            migrationBuilder.CreateTable(
                name: "Residents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Person = table.Column<byte[]>(type: "bytea", nullable: false),
                    PersonKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    Address = table.Column<byte[]>(type: "bytea", nullable: false),
                    HouseholdNumber = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RelationToHead = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    VillageGroup = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    GridWorker = table.Column<byte[]>(type: "bytea", nullable: true),
                    School = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SchoolClass = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Guardian = table.Column<byte[]>(type: "bytea", nullable: true),
                    HasSmartphone = table.Column<bool>(type: "boolean", nullable: true),
                    Note = table.Column<byte[]>(type: "bytea", nullable: false),
                    CareNeeds = table.Column<int>(type: "integer", nullable: false),
                    BirthYear = table.Column<int>(type: "integer", nullable: false),
                    Initials = table.Column<string>(type: "text", maxLength: 60, nullable: false, collation: "C"),
                    SortKey = table.Column<string>(type: "text", maxLength: 160, nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MergedInto = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CodeKnownOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CodeKnownFrom = table.Column<int>(type: "integer", nullable: true),
                    CodeHelper = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Residents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ResidentVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    ResidentId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    PersonKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResidentVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ResultCases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    ResidentId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Item = table.Column<byte[]>(type: "bytea", nullable: false),
                    Evidence = table.Column<byte[]>(type: "bytea", nullable: false),
                    OpenedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OpenedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Forwarded = table.Column<byte[]>(type: "bytea", nullable: true),
                    Reply = table.Column<byte[]>(type: "bytea", nullable: true),
                    Closing = table.Column<byte[]>(type: "bytea", nullable: true),
                    ClosedAt = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultCases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RiskAreas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Level = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    Notice = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EndNotice = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    WithdrawnAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    WithdrawnFor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    WithdrawnBy = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskAreas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Seals",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Image = table.Column<byte[]>(type: "bytea", nullable: false),
                    ApprovingDocument = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RegisteredBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RegisteredAt = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Seals", x => x.OfficeCode);
                });

            migrationBuilder.CreateTable(
                name: "SealUses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Copies = table.Column<int>(type: "integer", nullable: false),
                    Applicant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HandledBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApprovedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SealKeeper = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsOverprint = table.Column<bool>(type: "boolean", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealUses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchKeys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OfficeCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DeclarationId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchKeys", x => new { x.Key, x.OfficeCode, x.DeclarationId });
                });

            migrationBuilder.CreateTable(
                name: "SelfChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CheckedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Answers = table.Column<byte[]>(type: "bytea", nullable: false),
                    Remedies = table.Column<byte[]>(type: "bytea", nullable: false),
                    ProblemsLeft = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Series",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Series", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "SignInCounts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LockedUntil = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInCounts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "SigningKeys",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    EncryptedPrivateKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SigningKeys", x => new { x.OfficeCode, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "StockEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Stock = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Sheets = table.Column<int>(type: "integer", nullable: false),
                    Difference = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StopLists",
                columns: table => new
                {
                    Issuer = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Lines = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StopLists", x => x.Issuer);
                });

            migrationBuilder.CreateTable(
                name: "SupervisionSettings",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    ComplaintHours = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupervisionSettings", x => x.OfficeCode);
                });

            migrationBuilder.CreateTable(
                name: "SupplyEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    ItemId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    Difference = table.Column<int>(type: "integer", nullable: false),
                    Party = table.Column<byte[]>(type: "bytea", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplyEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SupplyItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LowAt = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplyItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TipAreas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OtherNames = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    Worker = table.Column<byte[]>(type: "bytea", nullable: false),
                    Phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipAreas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Tips",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Topic = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Condition = table.Column<byte[]>(type: "bytea", nullable: false),
                    Suspect = table.Column<byte[]>(type: "bytea", nullable: true),
                    Place = table.Column<byte[]>(type: "bytea", nullable: false),
                    PlaceKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Description = table.Column<byte[]>(type: "bytea", nullable: false),
                    Reporter = table.Column<byte[]>(type: "bytea", nullable: false),
                    IsNamed = table.Column<bool>(type: "boolean", nullable: false),
                    AreaId = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    ReceivedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReceivedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DispatchDueAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    VisitDueAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FeedbackDueAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DueAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Dispatched = table.Column<byte[]>(type: "bytea", nullable: true),
                    DispatchedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FirstDispatchedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    VisitedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Feedback = table.Column<byte[]>(type: "bytea", nullable: true),
                    FeedbackAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IsSuspected = table.Column<bool>(type: "boolean", nullable: true),
                    Reported = table.Column<byte[]>(type: "bytea", nullable: true),
                    ReportedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LinkedToId = table.Column<long>(type: "bigint", nullable: true),
                    Corrections = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tips", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TipSettings",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    DispatchHours = table.Column<int>(type: "integer", nullable: false),
                    VisitHours = table.Column<int>(type: "integer", nullable: false),
                    FeedbackHours = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipSettings", x => x.OfficeCode);
                });

            migrationBuilder.CreateTable(
                name: "TownshipKeys",
                columns: table => new
                {
                    Code = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EncryptedPrivateKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    MadeAt = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TownshipKeys", x => new { x.Code, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Townships",
                columns: table => new
                {
                    Code = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PublicKey = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Townships", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "TrustedKeys",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    OfficeName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PublicKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    DocumentTagKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    CompromisedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CompromiseEnteredAt = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrustedKeys", x => new { x.OfficeCode, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "UsedTotpCodes",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Code = table.Column<string>(type: "text", maxLength: 6, nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedTotpCodes", x => new { x.UserId, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "VenueEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    VenueId = table.Column<long>(type: "bigint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Name = table.Column<byte[]>(type: "bytea", nullable: false),
                    CardNumber = table.Column<byte[]>(type: "bytea", nullable: false),
                    Mark = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Shown = table.Column<byte[]>(type: "bytea", nullable: false),
                    FoundNormal = table.Column<byte[]>(type: "bytea", nullable: false),
                    Staff = table.Column<byte[]>(type: "bytea", nullable: false),
                    KeyedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    KeyedAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NeedsLook = table.Column<bool>(type: "boolean", nullable: false),
                    Handling = table.Column<byte[]>(type: "bytea", nullable: false),
                    HandledBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    HandledAt = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VenueEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VenuePictures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    VenueId = table.Column<long>(type: "bigint", nullable: false),
                    Image = table.Column<byte[]>(type: "bytea", nullable: false),
                    TakenAt = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VenuePictures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VenuePosters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    VenueId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    PictureId = table.Column<long>(type: "bigint", nullable: false),
                    CurrentOf = table.Column<long>(type: "bigint", nullable: true),
                    MadeBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MadeAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PrintedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VoidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VoidedFor = table.Column<byte[]>(type: "bytea", nullable: false),
                    TakenDownBy = table.Column<byte[]>(type: "bytea", nullable: false),
                    TakenDownOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VenuePosters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Venues",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Applicant = table.Column<byte[]>(type: "bytea", nullable: false),
                    ApplicantKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LivingKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AppliedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EnteredAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChangedFor = table.Column<byte[]>(type: "bytea", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Findings = table.Column<byte[]>(type: "bytea", nullable: false),
                    DecidedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecidedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedFor = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Venues", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Workstations",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Calibration = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Workstations", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoleId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ClaimType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimValue = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ClaimType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimValue = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ProviderKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RoleId = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LoginProvider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeclarationVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DeclarationId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclarationVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeclarationVersions_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Passes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficeCode = table.Column<string>(type: "text", maxLength: 12, nullable: false, collation: "C"),
                    Number = table.Column<string>(type: "text", maxLength: 20, nullable: false, collation: "C"),
                    DeclarationId = table.Column<long>(type: "bigint", nullable: false),
                    Holder = table.Column<byte[]>(type: "bytea", nullable: false),
                    PersonKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ResidenceAddress = table.Column<byte[]>(type: "bytea", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    IsCurrent = table.Column<bool>(type: "boolean", nullable: false),
                    PrintRunId = table.Column<long>(type: "bigint", nullable: true),
                    ApprovedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApproverName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PrintedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    StampedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    StampedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HandedOverAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CollectedBy = table.Column<byte[]>(type: "bytea", nullable: false),
                    EndedAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RevocationClause = table.Column<byte[]>(type: "bytea", nullable: true),
                    EndReason = table.Column<byte[]>(type: "bytea", nullable: false),
                    ReprintOf = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Passes_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Outcome = table.Column<int>(type: "integer", nullable: false),
                    Findings = table.Column<byte[]>(type: "bytea", nullable: false),
                    Clauses = table.Column<byte[]>(type: "bytea", nullable: false),
                    FailedConditions = table.Column<byte[]>(type: "bytea", nullable: false),
                    MissingItems = table.Column<byte[]>(type: "bytea", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ContentVersion = table.Column<int>(type: "integer", nullable: false),
                    DeclarationId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewDecisions_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DestructionSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "text", maxLength: 20, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    How = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    DoneAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DestructionRecordOfficeCode = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DestructionSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DestructionSteps_DestructionRecords_DestructionRecordOffice~",
                        column: x => x.DestructionRecordOfficeCode,
                        principalTable: "DestructionRecords",
                        principalColumn: "OfficeCode",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PrintSheets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Places = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Repeats = table.Column<int>(type: "integer", nullable: true),
                    WasStartedBefore = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PrintRunId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrintSheets_PrintRuns_PrintRunId",
                        column: x => x.PrintRunId,
                        principalTable: "PrintRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AdministratorPcs_Range",
                table: "AdministratorPcs",
                column: "Range",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_At",
                table: "AuditRecords",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_OfficeCode_Id",
                table: "AuditRecords",
                columns: new[] { "OfficeCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Checkpoints_OfficeCode_Name",
                table: "Checkpoints",
                columns: new[] { "OfficeCode", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DailyCheckIns_OfficeCode_Day_Channel_FoundAbnormal",
                table: "DailyCheckIns",
                columns: new[] { "OfficeCode", "Day", "Channel", "FoundAbnormal" });

            migrationBuilder.CreateIndex(
                name: "IX_DailyCheckIns_ResidentId_Day_Channel_FoundAbnormal",
                table: "DailyCheckIns",
                columns: new[] { "ResidentId", "Day", "Channel", "FoundAbnormal" });

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineReports_DeadlineId_Day_Reporter",
                table: "DeadlineReports",
                columns: new[] { "DeadlineId", "Day", "Reporter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineReports_OfficeCode_Day",
                table: "DeadlineReports",
                columns: new[] { "OfficeCode", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_OfficeCode_LastDay",
                table: "Deadlines",
                columns: new[] { "OfficeCode", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_FormKey",
                table: "Declarations",
                column: "FormKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_HasSchoolClass",
                table: "Declarations",
                column: "HasSchoolClass",
                filter: "\"HasSchoolClass\"");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_OfficeCode_Number",
                table: "Declarations",
                columns: new[] { "OfficeCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn",
                table: "Declarations",
                columns: new[] { "OfficeCode", "SubmittedOn" },
                filter: "\"FoundAbnormal\"");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn_State_Reason_FoundAbnor~",
                table: "Declarations",
                columns: new[] { "OfficeCode", "SubmittedOn", "State", "Reason", "FoundAbnormal" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_PersonKey",
                table: "Declarations",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_SittingKey",
                table: "Declarations",
                column: "SittingKey",
                filter: "\"SittingKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_State_OfficeCode_WaitingSince",
                table: "Declarations",
                columns: new[] { "State", "OfficeCode", "WaitingSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_SubmittedOn_OfficeCode_Number",
                table: "Declarations",
                columns: new[] { "SubmittedOn", "OfficeCode", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclarationVersions_DeclarationId_Number_At",
                table: "DeclarationVersions",
                columns: new[] { "DeclarationId", "Number", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DestructionSteps_DestructionRecordOfficeCode",
                table: "DestructionSteps",
                column: "DestructionRecordOfficeCode");

            migrationBuilder.CreateIndex(
                name: "IX_Divisions_ParentCode",
                table: "Divisions",
                column: "ParentCode");

            migrationBuilder.CreateIndex(
                name: "IX_DoorDuties_OfficeCode_VenueId_LastDay",
                table: "DoorDuties",
                columns: new[] { "OfficeCode", "VenueId", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_OfficeCode_FormKey",
                table: "Drafts",
                columns: new[] { "OfficeCode", "FormKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_UserName_SavedAt",
                table: "Drafts",
                columns: new[] { "UserName", "SavedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DueEntries_OfficeCode_Day_Number",
                table: "DueEntries",
                columns: new[] { "OfficeCode", "Day", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DueEntries_ResidentId_Day",
                table: "DueEntries",
                columns: new[] { "ResidentId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EpidemicEnds_OfficeCode",
                table: "EpidemicEnds",
                column: "OfficeCode");

            migrationBuilder.CreateIndex(
                name: "IX_Facilities_OfficeCode_Kind_Name",
                table: "Facilities",
                columns: new[] { "OfficeCode", "Kind", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_OfficeCode_ClosedAt",
                table: "FollowUps",
                columns: new[] { "OfficeCode", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ResidentId_ClosedAt",
                table: "FollowUps",
                columns: new[] { "ResidentId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpVisits_OfficeCode_At",
                table: "FollowUpVisits",
                columns: new[] { "OfficeCode", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpVisits_ResidentId_At",
                table: "FollowUpVisits",
                columns: new[] { "ResidentId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_GateIncidents_OfficeCode_On",
                table: "GateIncidents",
                columns: new[] { "OfficeCode", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_GateTallies_OfficeCode_On",
                table: "GateTallies",
                columns: new[] { "OfficeCode", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_GuardianClaims_OfficeCode_Id",
                table: "GuardianClaims",
                columns: new[] { "OfficeCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GuardianClaims_WardId",
                table: "GuardianClaims",
                column: "WardId");

            migrationBuilder.CreateIndex(
                name: "IX_Guardianships_GuardianId",
                table: "Guardianships",
                column: "GuardianId");

            migrationBuilder.CreateIndex(
                name: "IX_Guardianships_OfficeCode_Id",
                table: "Guardianships",
                columns: new[] { "OfficeCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Guardianships_WardId",
                table: "Guardianships",
                column: "WardId");

            migrationBuilder.CreateIndex(
                name: "IX_HealthStatuses_OfficeCode_LastReportedOn",
                table: "HealthStatuses",
                columns: new[] { "OfficeCode", "LastReportedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_HealthStatuses_ResidentId",
                table: "HealthStatuses",
                column: "ResidentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Households_OfficeCode_Number",
                table: "Households",
                columns: new[] { "OfficeCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inspections_OfficeCode_InspectedOn",
                table: "Inspections",
                columns: new[] { "OfficeCode", "InspectedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_Job_ForDay",
                table: "JobRuns",
                columns: new[] { "Job", "ForDay" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_OfficeCode_EndedOn",
                table: "Observations",
                columns: new[] { "OfficeCode", "EndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_ResidentId_EndedOn",
                table: "Observations",
                columns: new[] { "ResidentId", "EndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_OutreachRounds_OfficeCode_ClosedAt",
                table: "OutreachRounds",
                columns: new[] { "OfficeCode", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutreachRounds_OfficeCode_Number",
                table: "OutreachRounds",
                columns: new[] { "OfficeCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutreachVisits_OfficeCode_VisitedOn",
                table: "OutreachVisits",
                columns: new[] { "OfficeCode", "VisitedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_OutreachVisits_ResidentId_VisitedOn",
                table: "OutreachVisits",
                columns: new[] { "ResidentId", "VisitedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_OutreachVisits_RoundId_Number",
                table: "OutreachVisits",
                columns: new[] { "RoundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PackagesReceived_LastDay",
                table: "PackagesReceived",
                column: "LastDay");

            migrationBuilder.CreateIndex(
                name: "IX_PaperBoxes_OfficeCode_Number",
                table: "PaperBoxes",
                columns: new[] { "OfficeCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Passages_Number_On",
                table: "Passages",
                columns: new[] { "Number", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Passages_OfficeCode_On",
                table: "Passages",
                columns: new[] { "OfficeCode", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Passes_DeclarationId_Issue",
                table: "Passes",
                column: "DeclarationId",
                unique: true,
                filter: "\"ReprintOf\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Passes_LastDay",
                table: "Passes",
                column: "LastDay");

            migrationBuilder.CreateIndex(
                name: "IX_Passes_Number",
                table: "Passes",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Passes_OfficeCode_EndedAt_State",
                table: "Passes",
                columns: new[] { "OfficeCode", "EndedAt", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Passes_OfficeCode_HandedOverAt",
                table: "Passes",
                columns: new[] { "OfficeCode", "HandedOverAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Passes_OfficeCode_PrintedAt",
                table: "Passes",
                columns: new[] { "OfficeCode", "PrintedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Passes_OfficeCode_StampedAt",
                table: "Passes",
                columns: new[] { "OfficeCode", "StampedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Passes_PersonKey",
                table: "Passes",
                column: "PersonKey",
                unique: true,
                filter: "\"IsCurrent\"");

            migrationBuilder.CreateIndex(
                name: "IX_Passes_State_OfficeCode",
                table: "Passes",
                columns: new[] { "State", "OfficeCode" });

            migrationBuilder.CreateIndex(
                name: "IX_PendingPosts_SavedAt",
                table: "PendingPosts",
                column: "SavedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PostingChecks_OfficeCode_VenueId_On",
                table: "PostingChecks",
                columns: new[] { "OfficeCode", "VenueId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_PrintedForms_OfficeCode_Number",
                table: "PrintedForms",
                columns: new[] { "OfficeCode", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_PrintRuns_OfficeCode_State",
                table: "PrintRuns",
                columns: new[] { "OfficeCode", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_PrintSheets_PrintRunId",
                table: "PrintSheets",
                column: "PrintRunId");

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionComplaints_OfficeCode_ClosedAt",
                table: "RecognitionComplaints",
                columns: new[] { "OfficeCode", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionComplaints_PassId",
                table: "RecognitionComplaints",
                column: "PassId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_FacilityId_On",
                table: "RegisterEntries",
                columns: new[] { "FacilityId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_OfficeCode_Kind_Number",
                table: "RegisterEntries",
                columns: new[] { "OfficeCode", "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_OfficeCode_Kind_On",
                table: "RegisterEntries",
                columns: new[] { "OfficeCode", "Kind", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_OfficeCode_Kind_PersonKey_On",
                table: "RegisterEntries",
                columns: new[] { "OfficeCode", "Kind", "PersonKey", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_OfficeCode_Kind_SlipNumber",
                table: "RegisterEntries",
                columns: new[] { "OfficeCode", "Kind", "SlipNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_OfficeCode_Pending_PendingOn",
                table: "RegisterEntries",
                columns: new[] { "OfficeCode", "Pending", "PendingOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_PersonKey",
                table: "RegisterEntries",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_SubjectKey",
                table: "RegisterEntries",
                column: "SubjectKey");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterKeys_EntryId",
                table: "RegisterKeys",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_OfficeCode_Outcome",
                table: "Requests",
                columns: new[] { "OfficeCode", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_ResidentKeys_ResidentId",
                table: "ResidentKeys",
                column: "ResidentId");

            migrationBuilder.CreateIndex(
                name: "IX_Residents_MergedInto",
                table: "Residents",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_Residents_OfficeCode_HouseholdNumber",
                table: "Residents",
                columns: new[] { "OfficeCode", "HouseholdNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Residents_OfficeCode_PersonKey",
                table: "Residents",
                columns: new[] { "OfficeCode", "PersonKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Residents_OfficeCode_School_SchoolClass",
                table: "Residents",
                columns: new[] { "OfficeCode", "School", "SchoolClass" });

            migrationBuilder.CreateIndex(
                name: "IX_Residents_OfficeCode_SortKey_Id",
                table: "Residents",
                columns: new[] { "OfficeCode", "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Residents_PersonKey",
                table: "Residents",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_ResidentVersions_OfficeCode_Id",
                table: "ResidentVersions",
                columns: new[] { "OfficeCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ResidentVersions_PersonKey",
                table: "ResidentVersions",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_ResidentVersions_ResidentId_Number",
                table: "ResidentVersions",
                columns: new[] { "ResidentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResultCases_OfficeCode_ClosedAt",
                table: "ResultCases",
                columns: new[] { "OfficeCode", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ResultCases_ResidentId_ClosedAt",
                table: "ResultCases",
                columns: new[] { "ResidentId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewDecisions_DecidedOn_Outcome_DeclarationId_At",
                table: "ReviewDecisions",
                columns: new[] { "DecidedOn", "Outcome", "DeclarationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewDecisions_DeclarationId_ContentVersion",
                table: "ReviewDecisions",
                columns: new[] { "DeclarationId", "ContentVersion" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskAreas_OfficeCode_FirstDay",
                table: "RiskAreas",
                columns: new[] { "OfficeCode", "FirstDay" });

            migrationBuilder.CreateIndex(
                name: "IX_SealUses_OfficeCode_On",
                table: "SealUses",
                columns: new[] { "OfficeCode", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchKeys_DeclarationId",
                table: "SearchKeys",
                column: "DeclarationId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchKeys_OfficeCode_Key_DeclarationId",
                table: "SearchKeys",
                columns: new[] { "OfficeCode", "Key", "DeclarationId" });

            migrationBuilder.CreateIndex(
                name: "IX_SelfChecks_OfficeCode_CheckedOn",
                table: "SelfChecks",
                columns: new[] { "OfficeCode", "CheckedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInCounts_At",
                table: "SignInCounts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_StockEntries_OfficeCode_Stock",
                table: "StockEntries",
                columns: new[] { "OfficeCode", "Stock" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplyEntries_OfficeCode_ItemId_On",
                table: "SupplyEntries",
                columns: new[] { "OfficeCode", "ItemId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplyItems_OfficeCode_Name",
                table: "SupplyItems",
                columns: new[] { "OfficeCode", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TipAreas_OfficeCode",
                table: "TipAreas",
                column: "OfficeCode");

            migrationBuilder.CreateIndex(
                name: "IX_Tips_LinkedToId",
                table: "Tips",
                column: "LinkedToId");

            migrationBuilder.CreateIndex(
                name: "IX_Tips_OfficeCode_AreaId_ReceivedAt",
                table: "Tips",
                columns: new[] { "OfficeCode", "AreaId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Tips_OfficeCode_Number",
                table: "Tips",
                columns: new[] { "OfficeCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tips_OfficeCode_PlaceKey",
                table: "Tips",
                columns: new[] { "OfficeCode", "PlaceKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Tips_OfficeCode_State_DueAt",
                table: "Tips",
                columns: new[] { "OfficeCode", "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VenueEntries_OfficeCode_NeedsLook_HandledAt",
                table: "VenueEntries",
                columns: new[] { "OfficeCode", "NeedsLook", "HandledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VenueEntries_VenueId_On_At_Mark",
                table: "VenueEntries",
                columns: new[] { "VenueId", "On", "At", "Mark" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VenuePictures_OfficeCode_VenueId",
                table: "VenuePictures",
                columns: new[] { "OfficeCode", "VenueId" });

            migrationBuilder.CreateIndex(
                name: "IX_VenuePosters_CurrentOf",
                table: "VenuePosters",
                column: "CurrentOf",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VenuePosters_OfficeCode",
                table: "VenuePosters",
                column: "OfficeCode");

            migrationBuilder.CreateIndex(
                name: "IX_VenuePosters_VenueId_Version",
                table: "VenuePosters",
                columns: new[] { "VenueId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Venues_ApplicantKey",
                table: "Venues",
                column: "ApplicantKey");

            migrationBuilder.CreateIndex(
                name: "IX_Venues_OfficeCode_LivingKey",
                table: "Venues",
                columns: new[] { "OfficeCode", "LivingKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Venues_OfficeCode_Number",
                table: "Venues",
                columns: new[] { "OfficeCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Workstations_OfficeCode_Key",
                table: "Workstations",
                columns: new[] { "OfficeCode", "Key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AdministratorPcs");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AuditRecords");

            migrationBuilder.DropTable(
                name: "BackupPlans");

            migrationBuilder.DropTable(
                name: "Checkpoints");

            migrationBuilder.DropTable(
                name: "DailyCheckIns");

            migrationBuilder.DropTable(
                name: "DeadlineReports");

            migrationBuilder.DropTable(
                name: "Deadlines");

            migrationBuilder.DropTable(
                name: "DeclarationVersions");

            migrationBuilder.DropTable(
                name: "DestructionSteps");

            migrationBuilder.DropTable(
                name: "Divisions");

            migrationBuilder.DropTable(
                name: "DoorDuties");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "DroppedKeys");

            migrationBuilder.DropTable(
                name: "DueEntries");

            migrationBuilder.DropTable(
                name: "EpidemicEnds");

            migrationBuilder.DropTable(
                name: "Facilities");

            migrationBuilder.DropTable(
                name: "FollowUps");

            migrationBuilder.DropTable(
                name: "FollowUpVisits");

            migrationBuilder.DropTable(
                name: "GateIncidents");

            migrationBuilder.DropTable(
                name: "GateTallies");

            migrationBuilder.DropTable(
                name: "GuardianClaims");

            migrationBuilder.DropTable(
                name: "Guardianships");

            migrationBuilder.DropTable(
                name: "HealthStatuses");

            migrationBuilder.DropTable(
                name: "Households");

            migrationBuilder.DropTable(
                name: "Inspections");

            migrationBuilder.DropTable(
                name: "JobRuns");

            migrationBuilder.DropTable(
                name: "Observations");

            migrationBuilder.DropTable(
                name: "Offices");

            migrationBuilder.DropTable(
                name: "OutreachRounds");

            migrationBuilder.DropTable(
                name: "OutreachVisits");

            migrationBuilder.DropTable(
                name: "PackageFiles");

            migrationBuilder.DropTable(
                name: "PackagesReceived");

            migrationBuilder.DropTable(
                name: "PackagesSent");

            migrationBuilder.DropTable(
                name: "PaperBoxes");

            migrationBuilder.DropTable(
                name: "Passages");

            migrationBuilder.DropTable(
                name: "Passes");

            migrationBuilder.DropTable(
                name: "PendingPosts");

            migrationBuilder.DropTable(
                name: "PostingChecks");

            migrationBuilder.DropTable(
                name: "PrintedForms");

            migrationBuilder.DropTable(
                name: "PrintSheets");

            migrationBuilder.DropTable(
                name: "ReceivedRegisters");

            migrationBuilder.DropTable(
                name: "RecognitionComplaints");

            migrationBuilder.DropTable(
                name: "RegisterEntries");

            migrationBuilder.DropTable(
                name: "RegisterKeys");

            migrationBuilder.DropTable(
                name: "ReportDeadlines");

            migrationBuilder.DropTable(
                name: "Requests");

            migrationBuilder.DropTable(
                name: "ResidentKeys");

            migrationBuilder.DropTable(
                name: "Residents");

            migrationBuilder.DropTable(
                name: "ResidentVersions");

            migrationBuilder.DropTable(
                name: "ResultCases");

            migrationBuilder.DropTable(
                name: "ReviewDecisions");

            migrationBuilder.DropTable(
                name: "RiskAreas");

            migrationBuilder.DropTable(
                name: "Seals");

            migrationBuilder.DropTable(
                name: "SealUses");

            migrationBuilder.DropTable(
                name: "SearchKeys");

            migrationBuilder.DropTable(
                name: "SelfChecks");

            migrationBuilder.DropTable(
                name: "Series");

            migrationBuilder.DropTable(
                name: "SignInCounts");

            migrationBuilder.DropTable(
                name: "SigningKeys");

            migrationBuilder.DropTable(
                name: "StockEntries");

            migrationBuilder.DropTable(
                name: "StopLists");

            migrationBuilder.DropTable(
                name: "SupervisionSettings");

            migrationBuilder.DropTable(
                name: "SupplyEntries");

            migrationBuilder.DropTable(
                name: "SupplyItems");

            migrationBuilder.DropTable(
                name: "TipAreas");

            migrationBuilder.DropTable(
                name: "Tips");

            migrationBuilder.DropTable(
                name: "TipSettings");

            migrationBuilder.DropTable(
                name: "TownshipKeys");

            migrationBuilder.DropTable(
                name: "Townships");

            migrationBuilder.DropTable(
                name: "TrustedKeys");

            migrationBuilder.DropTable(
                name: "UsedTotpCodes");

            migrationBuilder.DropTable(
                name: "VenueEntries");

            migrationBuilder.DropTable(
                name: "VenuePictures");

            migrationBuilder.DropTable(
                name: "VenuePosters");

            migrationBuilder.DropTable(
                name: "Venues");

            migrationBuilder.DropTable(
                name: "Workstations");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "DestructionRecords");

            migrationBuilder.DropTable(
                name: "PrintRuns");

            migrationBuilder.DropTable(
                name: "Declarations");
        }
    }
}
